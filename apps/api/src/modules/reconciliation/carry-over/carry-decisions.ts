// Gives a new job the decisions people have made about its rows before.
import { type AuditTrail, SYSTEM } from '../../audit/index.ts';
import type { Books } from '../../uploads/index.ts';
import type { StoredJob } from '../jobs/job.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import { type CarryOver, carryOver } from './carry-over.ts';
import type { EarlierDecisionsRepository, SealedDecision } from './earlier-decisions.repository.ts';
import { withinSales } from './within-sales.ts';

export interface CarryDecisionsNeeds {
  earlier: EarlierDecisionsRepository;
  runs: Pick<RunsThatCount, 'salesLeft'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  books: Books;
  audit: AuditTrail;
}

/**
 * Inside the transaction that writes the job's rows, once they are written.
 * @returns how many matches of the run wait for a person now, because an earlier decision about them is open again.
 */
export async function carryDecisions(
  { id: jobId, posUploadId, rewardUploadId }: Pick<StoredJob, 'id' | 'rewardUploadId' | 'posUploadId'>,
  { audit, books, earlier, releasedSales, runs }: CarryDecisionsNeeds,
): Promise<number> {
  const uploadIds = [rewardUploadId, posUploadId];
  const decisions = await earlier.latest(jobId, uploadIds);
  const sealed = new Map(decisions.map((decision) => [decision.id, decision]));
  const total = { carried: 0, reopened: 0, matchesReopened: 0 };
  // A pair that is rejected again leaves its sale over, of which something may have been said, too.
  for (let about: readonly string[] | undefined; decisions.length > 0; ) {
    const { carried, reopened } = await told(jobId, { decisions, about }, uploadIds, {
      books,
      earlier,
      runs,
    });
    await earlier.carry(
      jobId,
      carried.map((one) => ({ ...one, earlier: sealed.get(one.earlier.id)! })),
    );
    total.matchesReopened += await earlier.reopen(reopened);
    total.carried += carried.length;
    total.reopened += reopened.length;
    about = await releasedSales.follow(
      jobId,
      carried.map(({ resultId }) => resultId),
    );
    if (about.length === 0) break;
  }
  const { matchesReopened, ...detail } = total;
  if (detail.carried + detail.reopened > 0)
    audit.record(SYSTEM, { action: 'decisions.carried', subject: { kind: 'job', id: jobId }, detail });
  return matchesReopened;
}

/** @param asked.about transactions whose rows alone are asked about. */
async function told(
  jobId: string,
  { about, decisions }: { about: readonly string[] | undefined; decisions: readonly SealedDecision[] },
  uploadIds: readonly string[],
  { books, earlier, runs }: Pick<CarryDecisionsNeeds, 'books' | 'earlier' | 'runs'>,
): Promise<CarryOver> {
  const salesOf = ({ chosenPosIds, foundPosIds }: SealedDecision) => [...foundPosIds, ...chosenPosIds];
  const sales = [...new Set(decisions.flatMap(salesOf))];
  const versions = await books.versionsIn(uploadIds, [...decisions.map(({ ownId }) => ownId), ...sales]);
  const present = about ?? [...new Set([...versions.values()].map(({ id }) => id))];
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
