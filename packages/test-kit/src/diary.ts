// When each patient comes and when her rewards are entered: visits keep apart, so that the nearest one is the right one.
// Without it a book holds rewards that fit two invoices of the same patient equally well, which nobody could tell.
import type { Patient } from './population.ts';

/** Days kept free around a visit, more the later its reward is entered. */
const DAYS_APART = 5;

export class Diary {
  readonly #taken = new Map<Patient, [from: number, to: number][]>();

  /** Notes a visit whose reward is entered `lagDays` later, unless another one is too near. @returns whether it was free. */
  take(patient: Patient, day: number, lagDays = 0): boolean {
    const apart = DAYS_APART + Math.abs(lagDays);
    const from = Math.min(day, day + lagDays) - apart;
    const to = Math.max(day, day + lagDays) + apart;
    const taken = this.#taken.get(patient);
    if (taken === undefined) this.#taken.set(patient, [[from, to]]);
    else if (taken.some(([begin, end]) => begin <= to && from <= end)) return false;
    else taken.push([from, to]);
    return true;
  }
}
