// What is left of sales while something is decided about rows of one run, in turn: all standing pairs, of whatever run, take no
// more of a sale than it can pay.
import type { WantedSale } from './claims.repository.ts';

/** A sale that cannot pay a row. */
export interface Shortage extends Pick<WantedSale, 'saleCents' | 'completedAt'> {
  leftCents: number;
}

export class SalesLeft {
  readonly #wanted: ReadonlyMap<string, WantedSale>;
  /** By sale, what rows have taken or given back since the claims were read. */
  readonly #since = new Map<string, number>();

  /** @param wanted every sale that a row has or would have. */
  constructor(wanted: readonly WantedSale[]) {
    this.#wanted = new Map(wanted.map((one) => [keyOf(one.resultId, one.saleId), one]));
  }

  /** The first of the sales that cannot pay the row beside what others have of it. */
  shortageOf(resultId: string, saleIds: readonly string[]): Shortage | undefined {
    for (const saleId of saleIds) {
      const { centsElsewhere, centsHere, completedAt, saleCents, takesCents } = this.#of(resultId, saleId);
      const takenCents = centsHere + centsElsewhere + (this.#since.get(saleId) ?? 0);
      const leftCents = Math.max(0, saleCents - takenCents);
      if (leftCents < takesCents) return { leftCents, saleCents, completedAt };
    }
    return undefined;
  }

  /** The row has `after` instead of `before`: so much is left for the rows after it. */
  move(resultId: string, before: readonly string[], after: readonly string[]): void {
    for (const saleId of before) this.#note(saleId, -this.#of(resultId, saleId).takesCents);
    for (const saleId of after) this.#note(saleId, this.#of(resultId, saleId).takesCents);
  }

  #of(resultId: string, saleId: string): WantedSale {
    return this.#wanted.get(keyOf(resultId, saleId))!;
  }

  #note(saleId: string, cents: number): void {
    this.#since.set(saleId, (this.#since.get(saleId) ?? 0) + cents);
  }
}

const keyOf = (resultId: string, saleId: string): string => `${resultId} ${saleId}`;
