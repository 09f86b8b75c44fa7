// What a decision in one run has to know of the others: of several that have read a row the latest counts, and a sale pays
// for what it is worth in all of them together.
import { Refusal } from '../../platform/errors/index.ts';
import type { StoredTransaction } from '../uploads/index.ts';
import type { ClaimOfOthers, ClaimsRepository } from './claims.repository.ts';
import type { ResultInFull } from './result-in-full.ts';

/** The sales that a row would have. */
export interface RowWithSales {
  row: Pick<ResultInFull, 'id' | 'reward'>;
  sales: readonly StoredTransaction[];
}

export class RunsThatCount {
  constructor(private readonly claims: Pick<ClaimsRepository, 'laterRuns' | 'ofOthers'>) {}

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
   * @returns by result, Refusal `decision.pos_taken` where rewards of other runs leave too little of its sales for its reward.
   */
  async refusalsOfTaken(jobId: string, wanted: readonly RowWithSales[]): Promise<Map<string, Refusal>> {
    const claims = await this.claims.ofOthers(
      jobId,
      wanted.map(({ row, sales }) => ({ resultId: row.id, posIds: sales.map(({ id }) => id) })),
    );
    return new Map(
      wanted.flatMap((one) => {
        const claim = claims.get(one.row.id);
        return claim && !leavesEnough(claim, one) ? [[one.row.id, refusalOf(claim)] as const] : [];
      }),
    );
  }
}

function leavesEnough({ cents }: ClaimOfOthers, { row: { reward }, sales }: RowWithSales): boolean {
  const worthCents = sales.reduce((sum, { transaction }) => sum + transaction.amountCents, 0);
  return reward !== null && cents + reward.transaction.amountCents <= worthCents;
}

const refusalOf = ({ completedAt }: ClaimOfOthers): Refusal =>
  new Refusal('decision.pos_taken', {
    detail: `The run of ${completedAt.toISOString()} gave it to another reward.`,
  });
