// What a completed run tells webhooks: counts, codes and ids. Who is meant by them is asked of the API, by somebody who
// may know.
import type { WebhookOutbox } from '../webhooks/index.ts';
import type { StoredJob } from './job.ts';
import type { ResultsRepository } from './results.repository.ts';

/** Ids of results in one message; the rest are read from the API. */
const MAX_RESULT_IDS = 100;

/** Inside the transaction that completes the job. */
export async function announceCompletion(
  job: Pick<StoredJob, 'id' | 'totalTransactions'>,
  matchesFound: number,
  { results, webhooks }: { results: ResultsRepository; webhooks: WebhookOutbox },
): Promise<void> {
  await webhooks.announce('job.completed', async () => ({
    job_id: job.id,
    total_transactions: job.totalTransactions,
    matches_found: matchesFound,
  }));
  await webhooks.announce('exception.opened', async () => {
    const { byCode, firstIds, rows } = await results.exceptions(job.id, MAX_RESULT_IDS);
    if (rows === 0) return undefined;
    return {
      job_id: job.id,
      exceptions: rows,
      by_code: byCode as Record<string, number>,
      result_ids: firstIds,
    };
  });
}
