// Some candidates at a time, measured comparison by comparison; in between, those that cannot come to anything are dropped.
// The model is a sum: what is measured, plus the most that the rest can add, bounds a pair's own score.
import { type Candidates, HOPELESS_BELOW, type Sieve } from '../domain.ts';
import type { PairsAtHand } from './input-finder.ts';
import type { MeasuredComparison } from './measured-comparison.ts';

export class PairSieve {
  /** One past the last candidate taken. */
  end = 0;
  /** How many were dropped. */
  dropped = 0;
  readonly atHand: PairsAtHand;
  /** The sum of what is measured, and the most that the rest can add. */
  private known = new Float64Array(0);
  private mostOfRest = 0;

  constructor(
    private readonly candidates: Candidates,
    private readonly measured: readonly MeasuredComparison[],
    private readonly sieve: Sieve | undefined,
  ) {
    const { reward, pos } = candidates;
    this.atHand = { reward, pos, which: new Int32Array(0), count: 0 };
  }

  /** Takes about so many candidates from `from` on, and all of each reward. */
  take(from: number, about: number): void {
    const { reward, count } = this.candidates;
    let end = Math.min(from + about, count);
    while (end < count && reward[end] === reward[end - 1]) end++;
    this.end = end;
    const { atHand } = this;
    atHand.count = end - from;
    this.makeRoomFor(atHand.count);
    for (let k = 0; k < atHand.count; k++) atHand.which[k] = from + k;
    if (this.sieve === undefined) return;
    this.known.fill(this.sieve.baseLogOdds, 0, atHand.count);
    this.mostOfRest = this.sieve.mostOf.reduce((sum, most) => sum + most, 0);
  }

  measure(c: number): void {
    this.measured[c]!.measure(this.atHand, this.known);
    this.mostOfRest -= this.sieve?.mostOf[c] ?? 0;
  }

  /** Keeps the pairs that still have a chance, and of each reward at least the most promising one: its nearest miss. */
  dropHopeless(): void {
    if (this.sieve === undefined) return;
    const { atHand, known } = this;
    const { reward, which, count } = atHand;
    const enough = HOPELESS_BELOW - this.mostOfRest;
    let kept = 0;
    for (let k = 0; k < count; ) {
      const r = reward[which[k]!]!;
      let best = k;
      let end = k;
      for (; end < count && reward[which[end]!] === r; end++) if (known[end]! > known[best]!) best = end;
      // Of pairs as promising as the best all are kept: which of them comes first in the file must not matter.
      const least = Math.min(enough, known[best]!);
      for (; k < end; k++) {
        if (known[k]! >= least) this.move(k, kept++);
      }
    }
    this.dropped += count - kept;
    atHand.count = kept;
  }

  private move(from: number, to: number): void {
    if (from === to) return;
    this.atHand.which[to] = this.atHand.which[from]!;
    this.known[to] = this.known[from]!;
    for (const comparison of this.measured) comparison.move(from, to);
  }

  private makeRoomFor(pairs: number): void {
    if (pairs <= this.known.length) return;
    this.atHand.which = new Int32Array(pairs);
    this.known = new Float64Array(pairs);
    for (const comparison of this.measured) comparison.makeRoomFor(pairs);
  }
}
