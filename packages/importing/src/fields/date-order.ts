// Month first or day first is decided once per file: a row by itself cannot know.
import { formatCount } from '@medspasync/schemas';
import { type DateOrder, inOrder, isCalendarDay } from './date.ts';
import { readDateShape } from './date-shape.ts';

export type DecidedOrder = DateOrder | 'ambiguous' | 'none';

/** Unanimous evidence from this many dates decides without reading the rest of the file. */
const ENOUGH = 3;

/** Counts what each date cell of a file says about the order of its numbers. */
export class DateOrderEvidence {
  #votes = { mdy: 0, dmy: 0, ymd: 0 };
  /** Of numbers alone: `Feb 12` says how a file is written, and nothing against `17/02`. */
  #numeric = { mdy: 0, dmy: 0 };
  #either = 0;

  /** Adds one date cell; text that is no date says nothing. */
  add(text: string): void {
    const shape = readDateShape(text.trim());
    if (!shape) return;
    if (shape.kind === 'fixed') {
      if (shape.leads !== 'none') this.#votes[shape.leads] += 1;
      return;
    }
    const asMonthFirst = isCalendarDay(...inOrder(shape, 'mdy'));
    const asDayFirst = isCalendarDay(...inOrder(shape, 'dmy'));
    if (asMonthFirst && !asDayFirst) this.#vote('mdy');
    else if (asDayFirst && !asMonthFirst) this.#vote('dmy');
    else if (!asMonthFirst && isCalendarDay(...inOrder(shape, 'ymd'))) this.#votes.ymd += 1;
    else if (asMonthFirst && shape.first !== shape.second) this.#either += 1;
  }

  #vote(order: 'mdy' | 'dmy'): void {
    this.#votes[order] += 1;
    this.#numeric[order] += 1;
  }

  /** Whether more rows could hardly change the decision. */
  get isConclusive(): boolean {
    const { mdy, dmy, ymd } = this.#votes;
    if (mdy > 0 && dmy > 0) return false;
    return mdy + dmy >= ENOUGH || (ymd >= ENOUGH && this.#either === 0);
  }

  /** The order most dates agree on, those of numbers alone before others; `ambiguous` when none rules the other out, `none` without numeric dates. */
  decide(): DecidedOrder {
    const { mdy, dmy, ymd } = this.#votes;
    const numeric = this.#numeric.mdy - this.#numeric.dmy;
    const lead = numeric === 0 ? mdy - dmy : numeric;
    if (lead !== 0) return lead > 0 ? 'mdy' : 'dmy';
    if (mdy > 0 || this.#either > 0) return 'ambiguous';
    return ymd > 0 ? 'ymd' : 'none';
  }

  /** What a person should know of the decision: that dates contradict each other, or that none of them decides. */
  notice(): string | undefined {
    const { mdy, dmy } = this.#numeric;
    const order = this.decide();
    const read = order === 'dmy' ? 'day' : 'month';
    if (mdy > 0 && dmy > 0) {
      return `dates contradict each other: ${datesOf(mdy)} only be month first, ${datesOf(dmy)} only be day first; all were read ${read} first`;
    }
    return order === 'ambiguous' ? 'dates were read month first; nothing in the file says so' : undefined;
  }
}

const datesOf = (count: number): string => `${formatCount(count)} can`;
