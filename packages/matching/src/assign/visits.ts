// The lines of one visit: what a front desk rings up on one client profile, on one invoice or on one day.
import { MISSING, NO_DAY, type Order, type Records } from '../domain.ts';

/** Lines of one visit without an invoice are at most so many days apart: some are rung up the next morning. */
const WITHIN_DAYS = 1;
/** Of a name that very many lines bear, as many are looked at either way: no visit has more. */
const LOOKED_AT = 24;

/** Finds the lines beside a line. Names count as written: other writings are other profiles. */
export class Visits {
  /** POS rows of name n: `rows[start[n] … start[n + 1])`, by day; of a name with more than are looked at, in order of content. */
  private readonly start: Int32Array;
  private readonly rows: Int32Array;
  /** Where each POS row stands in `rows`. */
  private readonly place: Int32Array;

  constructor(
    private readonly records: Records,
    order: Order,
  ) {
    const { pos, names } = records;
    this.start = new Int32Array(names.start.length + 1);
    for (let p = 0; p < pos.count; p++)
      if (pos.name[p] !== MISSING) this.start[pos.name[p]! + 1] = this.start[pos.name[p]! + 1]! + 1;
    for (let n = 0; n + 1 < this.start.length; n++) this.start[n + 1] = this.start[n + 1]! + this.start[n]!;
    const next = this.start.slice();
    this.rows = new Int32Array(pos.count);
    this.place = new Int32Array(pos.count).fill(MISSING);
    for (let p = 0; p < pos.count; p++) {
      if (pos.name[p] === MISSING) continue;
      const at = next[pos.name[p]!]!;
      next[pos.name[p]!] = at + 1;
      this.rows[at] = p;
    }
    for (let n = 0; n + 1 < this.start.length; n++) {
      const [from, to] = [this.start[n]!, this.start[n + 1]!];
      if (to - from > LOOKED_AT) this.rows.subarray(from, to).sort(order);
    }
    for (let at = 0; at < this.start.at(-1)!; at++) this.place[this.rows[at]!] = at;
  }

  /** The other distinct POS rows of the visit of POS row `p`. */
  linesBeside(p: number): number[] {
    const { name } = this.records.pos;
    const place = this.place[p]!;
    if (place === MISSING) return [];
    const from = Math.max(this.start[name[p]!]!, place - LOOKED_AT);
    const to = Math.min(this.start[name[p]! + 1]!, place + LOOKED_AT + 1);
    const lines: number[] = [];
    for (let at = from; at < to; at++) {
      const other = this.rows[at]!;
      if (other !== p && this.isOneVisit(p, other)) lines.push(other);
    }
    return lines;
  }

  private isOneVisit(p: number, other: number): boolean {
    const { day, invoice, phone, location, reversal, cancelled } = this.records.pos;
    if (reversal[other] !== 0 || cancelled[other] !== 0) return false;
    if (invoice[p] !== MISSING && invoice[other] !== MISSING) return invoice[p] === invoice[other];
    if (differ(phone, p, other) || differ(location, p, other)) return false;
    return day[p] !== NO_DAY && day[other] !== NO_DAY && Math.abs(day[p]! - day[other]!) <= WITHIN_DAYS;
  }
}

const differ = (column: Int32Array, a: number, b: number): boolean =>
  column[a] !== MISSING && column[b] !== MISSING && column[a] !== column[b];
