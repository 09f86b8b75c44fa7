// Free-text service → the products, kinds, programs and units it names.
import { MISSING } from '../domain.ts';
import { foldText } from './fold-text.ts';
import { remembered } from './remembered.ts';
import { type Meaning, meaningOf } from './service-vocabulary.ts';

export interface ParsedService extends Meaning {
  /** Folded text, single-spaced. */
  text: string;
  /** Units or syringes, or MISSING. */
  units: number;
}

/** Reads one service cell. Words are tried alone and joined with the next one ("cool sculpting"). */
export const parseService = remembered(readService);

function readService(raw: string): ParsedService {
  const words = foldText(raw).match(/[a-z]+\d*|\d+(?:\.\d+)?/g) ?? [];
  const text = words.join(' ');
  let products = 0;
  let kinds = 0;
  let programs = 0;
  for (const [i, word] of words.entries()) {
    const meaning = pairMeaning(word, words[i + 1]) ?? meaningOf(word);
    if (meaning === undefined) continue;
    products |= meaning.products;
    kinds |= meaning.kinds;
    programs |= meaning.programs;
  }
  return { text, products, kinds, programs, units: unitsOf(text) };
}

/** Two words first: a lip flip is a toxin, lips are filled. */
const pairMeaning = (word: string, next: string | undefined): Meaning | undefined =>
  next === undefined ? undefined : meaningOf(word + next);

function unitsOf(text: string): number {
  const found =
    /(?:^| )(\d{1,3})(?:\.\d+)? ?(?:u|un|unit|units|syringe|syringes|syr|ml|cc|vial|vials)(?: |$)/.exec(text);
  return found ? Number(found[1]) : MISSING;
}
