// What is left of sales while something is decided about rows of one run, in turn: all standing pairs, of whatever run, take no
// more of a sale than it can pay.
import type { ReopenedWhy } from '@medspasync/schemas';
import type { WantedSale } from './claims.repository.ts';

/** A sale that cannot pay a row. */
export interface Shortage extends Pick<WantedSale, 'saleCents' | 'completedAt' | 'writtenOffId'> {
  leftCents: number;
}

export class SalesLeft {
  readonly #wanted: ReadonlyMap<string, WantedSale>;
  /** By lineage, what rows have taken or given back since the claims were read. */
  readonly #since = new Map<string, number>();

  /** @param wanted every sale that a row has or would have. */
  constructor(wanted: readonly WantedSale[]) {
    this.#wanted = new Map(wanted.map((one) => [keyOf(one.resultId, one.saleId), one]));
  }

  /** The first of the sales that cannot pay the row beside what others have of it. */
  shortageOf(resultId: string, saleIds: readonly string[]): Shortage | undefined {
    for (const saleId of saleIds) {
      const sale = this.#of(resultId, saleId);
      const { completedAt, saleCents, writtenOffId } = sale;
      const takenCents = sale.centsHere + sale.centsElsewhere + (this.#since.get(sale.lineageId) ?? 0);
      const leftCents = Math.max(0, saleCents - takenCents);
      if (leftCents < sale.takesCents) return { leftCents, saleCents, completedAt, writtenOffId };
    }
    return undefined;
  }

  /** Cents that the sales are worth by now, whatever the row has read. */
  worthOf(resultId: string, saleIds: readonly string[]): number {
    return saleIds.reduce((sum, saleId) => sum + this.#of(resultId, saleId).saleCents, 0);
  }

  /** Whether a refund in a row of its own took something of the sales. */
  isRefunded(resultId: string, saleIds: readonly string[]): boolean {
    return saleIds.some((saleId) => this.#of(resultId, saleId).refundedCents > 0);
  }

  /** The row has `after` instead of `before`: so much is left for the rows after it. */
  move(resultId: string, before: readonly string[], after: readonly string[]): void {
    for (const saleId of before) this.#note(this.#of(resultId, saleId), -1);
    for (const saleId of after) this.#note(this.#of(resultId, saleId), 1);
  }

  #of(resultId: string, saleId: string): WantedSale {
    return this.#wanted.get(keyOf(resultId, saleId))!;
  }

  #note({ lineageId, takesCents }: WantedSale, times: 1 | -1): void {
    this.#since.set(lineageId, (this.#since.get(lineageId) ?? 0) + times * takesCents);
  }
}

/** What a row that lost its sale says. */
export const whyTaken = ({ writtenOffId }: Shortage): ReopenedWhy =>
  writtenOffId === null ? 'sale_taken' : 'sale_written_off';

const keyOf = (resultId: string, saleId: string): string => `${resultId} ${saleId}`;
