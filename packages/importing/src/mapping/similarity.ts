// How alike two short texts are: Dice's coefficient of character pairs. The one place that knows the library.
import stringSimilarity from 'string-similarity';

/** 0 (nothing in common) to 1 (equal), symmetric. */
export const similarityOf = (a: string, b: string): number => stringSimilarity.compareTwoStrings(a, b);
