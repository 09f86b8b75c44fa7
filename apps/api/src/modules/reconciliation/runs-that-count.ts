// What a decision in one run has to know of the others: of several that have read a row the latest counts, and a sale pays
// for what it is worth in all of them together.
import { Refusal } from '../../platform/errors/index.ts';
import type { StoredTransaction } from '../uploads/index.ts';
import type { ClaimsRepository } from './claims.repository.ts';
import type { ResultInFull } from './result-in-full.ts';

export class RunsThatCount {
  constructor(private readonly claims: Pick<ClaimsRepository, 'laterRun' | 'ofOthers'>) {}

  /** @throws Refusal `decision.superseded` naming the run that has the row by now: deciding here would change nothing. */
  async refuseLater(resultId: string): Promise<void> {
    const run = await this.claims.laterRun(resultId);
    if (!run) return;
    throw new Refusal('decision.superseded', {
      detail: `The run of ${run.completedAt.toISOString()} has this row by now: job ${run.id}. Decide there.`,
    });
  }

  /**
   * Programs are reconciled one by one against the same sales, and one invoice may pay for rewards of several.
   * @throws Refusal `decision.pos_taken` when rewards of other runs leave too little of these sales for the row's reward.
   */
  async refuseTaken(
    jobId: string,
    { id, reward }: Pick<ResultInFull, 'id' | 'reward'>,
    sales: readonly StoredTransaction[],
  ): Promise<void> {
    const claim = await this.claims.ofOthers(
      jobId,
      id,
      sales.map((sale) => sale.id),
    );
    if (!claim) return;
    const worthCents = sales.reduce((sum, { transaction }) => sum + transaction.amountCents, 0);
    if (reward && claim.cents + reward.transaction.amountCents <= worthCents) return;
    throw new Refusal('decision.pos_taken', {
      detail: `The run of ${claim.completedAt.toISOString()} gave it to another reward.`,
    });
  }
}
