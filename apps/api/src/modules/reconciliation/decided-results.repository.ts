// What people decided, over all jobs of the open transaction's organization: what a model can learn from.
import type { Transaction, Verdict } from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import type { Books } from '../uploads/index.ts';
import { openWords } from './sealed-words.ts';

export interface DecidedPair {
  reward: Transaction;
  pos: Transaction[];
  runnerUp: Transaction | null;
  verdict: Verdict;
}

interface Row {
  id: string;
  rewardId: string;
  posIds: string[];
  keyId: string | null;
  token: string | null;
  verdict: Verdict;
}

export class DecidedResultsRepository {
  constructor(
    private readonly seal: PatientSeal,
    private readonly books: Books,
  ) {}

  /** The latest decisions that stand, at most `limit`. */
  async latest(limit: number): Promise<DecidedPair[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(
      `SELECT r.id, r.reward_transaction_id AS "rewardId", r.pos_transaction_ids AS "posIds", r.key_id AS "keyId",
              r.words AS token, d.verdict
       FROM decisions d JOIN job_results r ON r.organization_id = d.organization_id AND r.id = d.result_id
       WHERE d.organization_id = $1 AND d.undone_at IS NULL AND r.reward_transaction_id IS NOT NULL
       ORDER BY d.decided_at DESC, d.id LIMIT $2`,
      [organizationId, limit],
    );
    const named = rows.map((row) => {
      const { runnerUp } = openWords(this.seal, organizationId, row.id, row);
      return { ...row, runnerUpId: runnerUp?.pos_transaction_id ?? null };
    });
    const ids = named.flatMap(({ posIds, rewardId, runnerUpId }) =>
      runnerUpId === null ? [rewardId, ...posIds] : [rewardId, ...posIds, runnerUpId],
    );
    const transactions = await this.books.findAll([...new Set(ids)]);
    const read = (id: string): Transaction => transactions.get(id)!.transaction;
    return named.map(({ posIds, rewardId, runnerUpId, verdict }) => ({
      reward: read(rewardId),
      pos: posIds.map(read),
      runnerUp: runnerUpId === null ? null : read(runnerUpId),
      verdict,
    }));
  }
}
