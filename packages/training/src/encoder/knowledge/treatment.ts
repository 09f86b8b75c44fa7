// The shape of what is known about a treatment: one product or generic, and the ways people write it.
import type { Program } from '@medspasync/schemas';

export interface Treatment {
  key: string;
  /** Treatments of one family are alternatives to each other: the hardest to tell apart, and the most important. */
  family: string;
  /** Words that name no brand: any brand of the family may hide behind them. */
  isGeneric: boolean;
  /** The program that rewards it, or null. */
  program: Program | null;
  /** True for a program's tender line, which stands for any of its products. */
  isTender: boolean;
  wordings: readonly string[];
}

/** A wording per comma. */
const listed = (wordings: string): string[] => wordings.split(',').map((wording) => wording.trim());

/** A product somebody makes. */
export const brand = (key: string, family: string, program: Program | null, wordings: string): Treatment => ({
  key,
  family,
  isGeneric: false,
  program,
  isTender: false,
  wordings: listed(wordings),
});

/** What a family is called when nobody names a brand. */
export const generic = (family: string, wordings: string): Treatment => ({
  key: `any ${family}`,
  family,
  isGeneric: true,
  program: null,
  isTender: false,
  wordings: listed(wordings),
});

/** A program's name on a tender or discount line. */
export const tender = (program: Program, wordings: readonly string[]): Treatment => ({
  key: `${program} tender`,
  family: 'tender',
  isGeneric: false,
  program,
  isTender: true,
  wordings,
});
