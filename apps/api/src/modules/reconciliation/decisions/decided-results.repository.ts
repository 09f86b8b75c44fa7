// What people decided, over all jobs of the open transaction's organization: what a model can learn from.
import type { Transaction } from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import type { Books } from '../../uploads/index.ts';
import { IS_PROPOSED } from '../results/result-state.ts';
import { openWords } from '../results/sealed-words.ts';

export interface DecidedPair {
  reward: Transaction;
  pos: Transaction[];
  runnerUp: Transaction | null;
  decision: 'approved' | 'rejected' | { chosen: Transaction[] };
}

interface Row {
  id: string;
  rewardId: string;
  posIds: string[];
  keyId: string | null;
  token: string | null;
  verdict: 'approved' | 'rejected' | 're_paired';
  chosenIds: string[];
}

export class DecidedResultsRepository {
  constructor(
    private readonly seal: PatientSeal,
    private readonly books: Books,
  ) {}

  /**
   * The latest decisions that stand, at most `limit`. What was written off says nothing about its pair, what was carried
   * over nothing new, what waits for its second person nothing yet.
   */
  async latest(limit: number): Promise<DecidedPair[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(
      `SELECT r.id, r.reward_transaction_id AS "rewardId", r.pos_transaction_ids AS "posIds", r.key_id AS "keyId",
              r.words AS token, d.verdict, d.pos_transaction_ids AS "chosenIds"
       FROM decisions d JOIN job_results r ON r.organization_id = d.organization_id AND r.id = d.result_id
       WHERE d.organization_id = $1 AND d.undone_at IS NULL AND d.verdict <> 'written_off' AND d.carried_from_job_id IS NULL
         AND NOT ${IS_PROPOSED} AND r.reward_transaction_id IS NOT NULL
       ORDER BY d.decided_at DESC, d.id LIMIT $2`,
      [organizationId, limit],
    );
    const named = rows.map((row) => {
      const { runnerUp } = openWords(this.seal, organizationId, row.id, row);
      return { ...row, runnerUpId: runnerUp?.pos_transaction_id ?? null };
    });
    const ids = named.flatMap(({ chosenIds, posIds, rewardId, runnerUpId }) => [
      rewardId,
      ...posIds,
      ...chosenIds,
      ...(runnerUpId === null ? [] : [runnerUpId]),
    ]);
    const transactions = await this.books.findAll([...new Set(ids)]);
    const read = (id: string): Transaction => transactions.get(id)!.transaction;
    return named.map(({ chosenIds, posIds, rewardId, runnerUpId, verdict }) => ({
      reward: read(rewardId),
      pos: posIds.map(read),
      runnerUp: runnerUpId === null ? null : read(runnerUpId),
      decision: verdict === 're_paired' ? { chosen: chosenIds.map(read) } : verdict,
    }));
  }
}
