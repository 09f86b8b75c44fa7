// The synthetic curriculum as labelled pairs, book by book: made once, then taught with or without a process.
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import { ERROR_PROCESSES, type ErrorProcessName } from '@medspasync/test-kit';
import type { LabelledPairs } from './boost.ts';
import { booksOf, makeBooks, SPLITS, type Split } from './curriculum.ts';
import { type LabelledCandidates, labelCandidates } from './label-pairs.ts';
import { strangers } from './strangers.ts';

/** One book to learn from. */
export interface Lesson {
  process: ErrorProcessName;
  book: LabelledCandidates;
  /** Pairs blocking would never propose, all false. */
  strangers: { features: Float32Array; labels: Uint8Array };
}

export interface Lessons {
  trees: Lesson[];
  rivals: Lesson[];
}

export const makeLessons = (plan: Plan, encoder: ServiceEncoder): Lessons => ({
  trees: lessonsOf(SPLITS.trees, plan, encoder),
  rivals: lessonsOf(SPLITS.rivals, plan, encoder),
});

const lessonsOf = (split: Split, plan: Plan, encoder: ServiceEncoder): Lesson[] =>
  booksOf(split).map((options) => {
    const book = labelCandidates(makeBooks(options), plan, encoder);
    return { process: options.process, book, strangers: strangers(book, plan) };
  });

/** Every third lesson, without those of one process: enough to see how a model does on a process it has never met. */
export function lessonsWithout({ trees, rivals }: Lessons, process: ErrorProcessName): Lessons {
  const others = (lessons: Lesson[]): Lesson[] =>
    ERROR_PROCESSES.filter((other) => other !== process).flatMap((other) =>
      lessons.filter((lesson) => lesson.process === other).filter((_, i) => i % 3 === 0),
    );
  return { trees: others(trees), rivals: others(rivals) };
}

export function joinPairs(
  books: readonly { features: Float32Array; labels: Uint8Array }[],
  width: number,
): LabelledPairs {
  const rows = books.reduce((sum, book) => sum + book.labels.length, 0);
  const features = new Float32Array(rows * width);
  const labels = new Uint8Array(rows);
  let row = 0;
  for (const book of books) {
    features.set(book.features, row * width);
    labels.set(book.labels, row);
    row += book.labels.length;
  }
  return { rows, width, features, labels };
}
