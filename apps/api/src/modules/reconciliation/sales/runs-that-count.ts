// What a decision in one run has to know of the others: of several that have read a row the latest counts, and a sale pays
// for what it is worth in all of them together.
import { Refusal } from '../../../platform/errors/index.ts';
import type { ClaimsRepository, RowAndSales } from './claims.repository.ts';
import { SalesLeft } from './sales-left.ts';

export class RunsThatCount {
  constructor(private readonly claims: Pick<ClaimsRepository, 'laterRuns' | 'wanted'>) {}

  /** @throws Refusal `decision.superseded` naming the run that has the row by now: deciding here would change nothing. */
  async refuseLater(resultId: string): Promise<void> {
    const refusal = (await this.refusalsOfLater([resultId])).get(resultId);
    if (refusal) throw refusal;
  }

  /** What `refuseLater` throws, by result. */
  async refusalsOfLater(resultIds: readonly string[]): Promise<Map<string, Refusal>> {
    const runs = await this.claims.laterRuns(resultIds);
    return new Map(
      [...runs].map(([resultId, { completedAt, id }]) => [
        resultId,
        new Refusal('decision.superseded', {
          detail: `The run of ${completedAt.toISOString()} has this row by now: job ${id}. Decide there.`,
        }),
      ]),
    );
  }

  /**
   * Programs are reconciled one by one against the same sales, and one invoice may pay for rewards of several.
   * @param rows with every sale that each has or would have.
   */
  async salesLeft(jobId: string, rows: readonly RowAndSales[]): Promise<SalesLeft> {
    return new SalesLeft(await this.claims.wanted(jobId, rows));
  }
}
