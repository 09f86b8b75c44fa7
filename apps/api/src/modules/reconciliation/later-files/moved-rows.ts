// A reward that has its sales no longer, or has them again, moves more than its own row: a row of such a sale is open, or is not.
// Either may lie in a closed month; so may a match that only comes into question, or is not in question any more.
import type { Refusal } from '../../../platform/errors/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { RowAndSales } from '../sales/claims.repository.ts';
import { salesHeld } from '../sales/held-sales.ts';
import type { MovedRowsRepository } from './moved-rows.repository.ts';

export interface ClosedBy {
  /** `period.closed` naming the month. */
  refusal: Refusal;
  /** What the month has: the reward itself, or only a sale of it. */
  has: 'reward' | 'sale';
}

export class MovedRows {
  constructor(
    private readonly rows: MovedRowsRepository,
    private readonly months: Pick<ClosedMonths, 'refusals'>,
  ) {}

  /** By result, of rows that would not have these sales any more, or again; of those that no closed month has, nothing. */
  async closed(rows: readonly RowAndSales[]): Promise<Map<string, ClosedBy>> {
    const closed = new Map<string, ClosedBy>();
    if (rows.length === 0) return closed;
    const refusals = await this.months.refusals(rows.map(({ resultId }) => resultId));
    const bySale = await this.closedSales(rows.flatMap(({ saleIds }) => saleIds));
    for (const { resultId, saleIds } of rows) {
      const ofReward = refusals.get(resultId);
      const refusal = ofReward ?? bySale.get(saleIds.find((id) => bySale.has(id)) ?? '');
      if (refusal) closed.set(resultId, { refusal, has: ofReward ? 'reward' : 'sale' });
    }
    return closed;
  }

  /** By sale, of those that have a row of their own in a closed month: it would change with who has the sale. */
  async closedSales(saleIds: readonly string[]): Promise<Map<string, Refusal>> {
    if (saleIds.length === 0) return new Map();
    const own = await this.rows.ofSales(saleIds);
    const refusals = await this.months.refusals(own.map(({ resultId }) => resultId));
    return new Map(
      own.flatMap(({ resultId, saleId }) =>
        refusals.has(resultId) ? [[saleId, refusals.get(resultId)!] as const] : [],
      ),
    );
  }

  /** @throws Refusal `period.closed` where a reward of the run has such a sale. */
  async refuseClosedSalesOf(jobId: string): Promise<void> {
    const [refusal] = (await this.closedSales(await this.rows.salesHeldIn(jobId))).values();
    if (refusal) throw refusal;
  }

  /** The same by redemption, as first seen, of those that are to be taken back or to stand again. */
  async closedAbout(lineageIds: readonly string[]): Promise<Map<string, ClosedBy>> {
    if (lineageIds.length === 0) return new Map();
    const rows = await this.rows.about(lineageIds);
    const closed = await this.closed(
      rows.map((row) => ({ resultId: row.resultId, saleIds: salesHeld(row, row.decision) })),
    );
    return new Map(
      rows.flatMap(({ lineageId, resultId }) =>
        closed.has(resultId) ? [[lineageId, closed.get(resultId)!] as const] : [],
      ),
    );
  }

  /** Of those that a person is to be asked about, or no longer: a match that nobody decided is open only as long as one is. */
  async closedAsked(lineageIds: readonly string[]): Promise<Map<string, ClosedBy>> {
    if (lineageIds.length === 0) return new Map();
    const undecided = (await this.rows.about(lineageIds)).filter(
      ({ decision, isMatch }) => isMatch && decision === null,
    );
    const refusals = await this.months.refusals(undecided.map(({ resultId }) => resultId));
    return new Map(
      undecided.flatMap(({ lineageId, resultId }) => {
        const refusal = refusals.get(resultId);
        return refusal ? [[lineageId, { refusal, has: 'reward' }] as const] : [];
      }),
    );
  }
}
