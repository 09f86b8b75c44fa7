// A name in its parts while somebody writes it down, and the tables of ways to write it otherwise.
import type { ErrorType } from '../books.ts';
import type { Patient } from '../population.ts';
import type { Random } from '../random.ts';
import { type Desk, type ErrorLog, note } from './scribe.ts';

export interface NameDraft {
  patient: Patient;
  title: string;
  first: string;
  middle: string;
  last: string;
  suffix: string;
  /** `Last, First` instead of `First Last`. */
  lastFirst: boolean;
}

/** One way to write a name otherwise: how often, and `apply`, which says whether it could. */
export interface NameSlip {
  error: ErrorType;
  easy: number;
  hard: number;
  apply(random: Random, name: NameDraft): boolean;
}

/** The patient's name as she would give it herself. */
export const draftOf = (patient: Patient): NameDraft => ({
  patient,
  title: '',
  first: patient.first,
  middle: '',
  last: patient.last,
  suffix: patient.suffix,
  lastFirst: false,
});

/** Lets every slip of a table happen or not, each on its own. */
export function slipName(desk: Desk, slips: readonly NameSlip[], name: NameDraft, log: ErrorLog): NameDraft {
  const { random, difficulty, harshness } = desk;
  for (const slip of slips) {
    if (random.chance(harshness * slip[difficulty]) && slip.apply(random, name)) note(log, slip.error);
  }
  return name;
}

export function writeName(name: NameDraft): string {
  const first = name.middle === '' ? name.first : `${name.first} ${name.middle}`;
  const full = name.lastFirst ? `${name.last}, ${first}` : `${first} ${name.last}`;
  const titled = name.title === '' ? full : `${name.title} ${full}`;
  return (name.suffix === '' ? titled : `${titled} ${name.suffix}`).trim();
}
