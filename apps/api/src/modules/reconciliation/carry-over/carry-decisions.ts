// Gives a new job the decisions people have made about its rows before.
import { type AuditTrail, SYSTEM } from '../../audit/index.ts';
import type { Books } from '../../uploads/index.ts';
import type { StoredJob } from '../job.ts';
import type { RunsThatCount } from '../runs-that-count.ts';
import { type CarryOver, carryOver } from './carry-over.ts';
import type { EarlierDecisionsRepository, SealedDecision } from './earlier-decisions.repository.ts';
import { withinSales } from './within-sales.ts';

export interface CarryDecisionsNeeds {
  earlier: EarlierDecisionsRepository;
  runs: Pick<RunsThatCount, 'salesLeft'>;
  books: Books;
  audit: AuditTrail;
}

/**
 * Inside the transaction that writes the job's rows, once they are written.
 * @returns how many matches of the run wait for a person now, because an earlier decision about them is open again.
 */
export async function carryDecisions(
  { id: jobId, posUploadId, rewardUploadId }: Pick<StoredJob, 'id' | 'rewardUploadId' | 'posUploadId'>,
  { audit, books, earlier, runs }: CarryDecisionsNeeds,
): Promise<number> {
  const uploadIds = [rewardUploadId, posUploadId];
  const decisions = await earlier.latest(jobId, uploadIds);
  if (decisions.length === 0) return 0;
  const { carried, reopened } = await told(jobId, decisions, uploadIds, { books, earlier, runs });
  if (carried.length + reopened.length === 0) return 0;
  const sealed = new Map(decisions.map((decision) => [decision.id, decision]));
  await earlier.carry(
    jobId,
    carried.map((one) => ({ ...one, earlier: sealed.get(one.earlier.id)! })),
  );
  const matchesReopened = await earlier.reopen(reopened);
  audit.record(SYSTEM, {
    action: 'decisions.carried',
    subject: { kind: 'job', id: jobId },
    detail: { carried: carried.length, reopened: reopened.length },
  });
  return matchesReopened;
}

async function told(
  jobId: string,
  decisions: readonly SealedDecision[],
  uploadIds: readonly string[],
  { books, earlier, runs }: Pick<CarryDecisionsNeeds, 'books' | 'earlier' | 'runs'>,
): Promise<CarryOver> {
  const salesOf = ({ chosenPosIds, foundPosIds }: SealedDecision) => [...foundPosIds, ...chosenPosIds];
  const sales = [...new Set(decisions.flatMap(salesOf))];
  const versions = await books.versionsIn(uploadIds, [...decisions.map(({ ownId }) => ownId), ...sales]);
  const present = [...new Set([...versions.values()].map(({ id }) => id))];
  const rows = await earlier.rowsAbout(jobId, present);
  const outcome = carryOver({ decisions, rows: new Map(rows.map((row) => [row.ownId, row])), versions });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const left = await runs.salesLeft(
    jobId,
    [...outcome.carried, ...outcome.reopened.map((one) => ({ ...one, posIds: [] }))].map(
      ({ posIds, resultId }) => ({ resultId, saleIds: [...byId.get(resultId)!.posIds, ...posIds] }),
    ),
  );
  return withinSales(outcome, byId, left);
}
