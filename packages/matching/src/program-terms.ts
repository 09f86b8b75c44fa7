// What programs' terms say of days, as the organization goes by them: dated, since terms change. Apart, because pairs and rows
// without a pair each ask for it.

/** Terms by program and day they hold from, in the order of both; all empty where the terms are those of any program. */
export interface ProgramTermsTable {
  /** Index into the programs of the glossary. */
  program: Int8Array;
  /** Days since 1970-01-01. */
  fromDay: Int32Array;
  /** Days after the visit in which a portal entry is ordinary. */
  lagDays: Int32Array;
  /** Days after which what was given at a visit has expired, or NEVER. */
  expiresAfterDays: Int32Array;
  /** The day the books are read on, since 1970-01-01. */
  today: number;
}

export const NEVER = -1;

/** Portal entries up to this many days after the visit are ordinary where no terms say otherwise. */
const ORDINARY_LAG_DAYS = 5;

export const NO_TERMS: ProgramTermsTable = {
  program: new Int8Array(0),
  fromDay: new Int32Array(0),
  lagDays: new Int32Array(0),
  expiresAfterDays: new Int32Array(0),
  today: 0,
};

/** Days after a visit on `day` in which the portal entry of a reward of `program` is ordinary. */
export function ordinaryLagDays(terms: ProgramTermsTable, program: number, day: number): number {
  const found = termsOn(terms, program, day);
  return found < 0 ? ORDINARY_LAG_DAYS : terms.lagDays[found]!;
}

/** True when a discount of `program` given on `day` cannot be redeemed any more. */
export function hasExpired(terms: ProgramTermsTable, program: number, day: number): boolean {
  const found = termsOn(terms, program, day);
  const lives = found < 0 ? NEVER : terms.expiresAfterDays[found]!;
  return lives !== NEVER && terms.today - day > lives;
}

/** The latest terms of the program that hold on the day, or -1. */
function termsOn({ program: programs, fromDay }: ProgramTermsTable, program: number, day: number): number {
  for (let i = programs.length - 1; i >= 0; i--) if (programs[i] === program && fromDay[i]! <= day) return i;
  return -1;
}
