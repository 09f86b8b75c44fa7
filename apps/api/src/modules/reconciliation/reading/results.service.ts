// A job's results: pages, search, totals, and the way through all of them for exports.
import { dollarsOf, type JobResultsWire, type JobSummaryWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { pagesOf } from '../../../platform/pages.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { Books } from '../../uploads/index.ts';
import type { StoredJob } from '../jobs/job.ts';
import type { JobsRepository } from '../jobs/jobs.repository.ts';
import { isEverything, type ResultFilter } from '../results/result-filter.ts';
import type { ResultInFull } from '../results/result-in-full.ts';
import type { ResultsRepository, StoredResult } from '../results/results.repository.ts';
import type { ResultTotals, ResultTotalsRepository } from './result-totals.repository.ts';
import { resultFor } from './result-wire.ts';
import type { SaleShares } from './sale-shares.ts';

export interface ResultsPage extends Omit<ResultFilter, 'ids'> {
  page: number;
  limit: number;
  /** The patient of either side, by a term in full, or part of what else it says. */
  text?: string | undefined;
}

const EXPORT_PAGE_ROWS = 1000;

export class ResultsService {
  constructor(
    private readonly results: ResultsRepository,
    private readonly totals: ResultTotalsRepository,
    private readonly jobs: JobsRepository,
    private readonly books: Books,
    private readonly shares: SaleShares,
    /** By those of these redemptions that were paid, what of them was. */
    private readonly paidAmong: (redemptionIds: readonly string[]) => Promise<ReadonlyMap<string, number>>,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  /** Empty until the job has completed; without names for who may not read them. @throws Refusal `resource.not-found`. */
  async page(
    caller: Caller,
    jobId: string,
    { limit, page, text, ...narrowing }: ResultsPage,
  ): Promise<JobResultsWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const job = known(await this.jobs.find(jobId));
      const positions = text === undefined ? undefined : await this.#saying(job, text);
      const filter = { ...narrowing, positions };
      const rows = await this.results.page(jobId, filter, limit, (page - 1) * limit);
      const totals = await this.totals.of(job);
      const isInFull = caller.permissions.has('reconciliation:read');
      const inFull = await this.#toldInFull(job, rows);
      // What was searched for names a patient, so it is not said.
      this.audit.record(caller, {
        action: text === undefined ? 'results.read' : 'results.searched',
        subject: { kind: 'job', id: jobId },
        detail: { page, rows: rows.length, ...(isInFull ? {} : { without_patients: true }) },
      });
      return {
        job_id: jobId,
        status: job.status,
        results: inFull.map((row) => resultFor(caller, row)),
        summary: summaryOf(job, totals),
        performance_metrics: job.performanceMetrics,
        page,
        limit,
        total_results: isEverything(filter) ? totals.rows : await this.results.count(jobId, filter),
      };
    });
  }

  async #saying(job: StoredJob, text: string): Promise<number[]> {
    const transactionIds = await this.books.find([job.rewardUploadId, job.posUploadId], text);
    return this.results.findAbout(job.id, transactionIds);
  }

  /** One row, inside the caller's open transaction. @throws Refusal `resource.not-found`. */
  async row(jobId: string, resultId: string): Promise<ResultInFull> {
    return known((await this.rows(jobId, [resultId])).get(resultId));
  }

  /**
   * Those of `resultIds` that the job has, likewise. @param isShown whether rows of sales that a reward has again are left out.
   * @throws Refusal `resource.not-found` for the job.
   */
  async rows(
    jobId: string,
    resultIds: readonly string[],
    isShown = true,
  ): Promise<Map<string, ResultInFull>> {
    const job = known(await this.jobs.find(jobId));
    const rows = await this.#toldInFull(job, await this.results.findAll(jobId, resultIds, isShown));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The job, when it has results to export. @throws Refusal `resource.not-found` or `job.not_completed`. */
  async completedJob(caller: Caller, jobId: string): Promise<StoredJob> {
    const job = known(await this.withinOrganization(caller.organizationId, () => this.jobs.find(jobId)));
    if (job.status !== 'completed')
      throw new Refusal('job.not_completed', { detail: `The job is ${job.status}.` });
    return job;
  }

  async count(caller: Caller, jobId: string): Promise<number> {
    return this.withinOrganization(caller.organizationId, () => this.results.count(jobId, {}));
  }

  /** All rows in the order of the report, those of corrected sales with what became of them; read in pages while they are taken. */
  async *all(caller: Caller, jobId: string): AsyncGenerator<ResultInFull> {
    const job = known(await this.withinOrganization(caller.organizationId, () => this.jobs.find(jobId)));
    const pages = pagesOf((position) =>
      this.withinOrganization(caller.organizationId, async () => {
        const page = await this.results.pageAfter(jobId, position, EXPORT_PAGE_ROWS);
        return this.shares.tellCorrected(jobId, await this.#inFull(job, page));
      }),
    );
    for await (const page of pages) yield* page;
  }

  /** With what else is asked of rows that a person looks at. */
  async #toldInFull(job: StoredJob, found: readonly StoredResult[]): Promise<ResultInFull[]> {
    const rows = await this.shares.tell(job.id, await this.#inFull(job, found));
    const paid = await this.paidAmong(rows.flatMap(({ reward }) => reward?.id ?? []));
    return rows.map((row) => ({ ...row, paidCents: (row.reward && paid.get(row.reward.id)) ?? 0 }));
  }

  async #inFull(
    { posUploadId, rewardUploadId }: Pick<StoredJob, 'rewardUploadId' | 'posUploadId'>,
    rows: readonly StoredResult[],
  ): Promise<ResultInFull[]> {
    const ids = rows.flatMap(
      ({ decision, nearestReward, posTransactionIds, rewardTransactionId, runnerUp }) => [
        ...(rewardTransactionId ? [rewardTransactionId] : []),
        ...posTransactionIds,
        ...(decision?.posTransactionIds ?? []),
        ...(runnerUp ? [runnerUp.pos_transaction_id] : []),
        ...(nearestReward ? [nearestReward.reward_transaction_id] : []),
      ],
    );
    const transactions = await this.books.findIn([rewardUploadId, posUploadId], [...new Set(ids)]);
    // A void may be in another file.
    const reversals = await this.books.findAll(rows.flatMap(({ reversal }) => reversal?.reversalId ?? []));
    return rows.map((row) => ({
      ...row,
      note: noteOf(row),
      reversal: row.reversal && {
        ...row.reversal,
        transaction: reversals.get(row.reversal.reversalId)!.transaction,
      },
      reward: row.rewardTransactionId ? transactions.get(row.rewardTransactionId)! : null,
      pos: row.posTransactionIds.map((id) => transactions.get(id)!),
      chosen: row.decision?.posTransactionIds.map((id) => transactions.get(id)!) ?? [],
      share: null,
      paidCents: 0,
      correction: null,
      runnerUp: row.runnerUp && { ...row.runnerUp, pos: transactions.get(row.runnerUp.pos_transaction_id)! },
      nearestReward: row.nearestReward && {
        ...row.nearestReward,
        reward: transactions.get(row.nearestReward.reward_transaction_id)!,
      },
    }));
  }
}

/**
 * A run that took a redemption back says so; once it stands again, it is missing its sale, and that is no longer said. What a
 * later file took back says so as in one file.
 */
function noteOf({ isRefunded, note, reasonCodes }: StoredResult): string | null {
  if (isRefunded) return note ?? 'Taken back by a refund or void';
  return reasonCodes.includes('REDEEMED_NOT_IN_POS') ? null : note;
}

const summaryOf = (job: StoredJob, totals: ResultTotals): JobSummaryWire => ({
  total_transactions: job.totalTransactions,
  matches_found: totals.matches,
  review_required: totals.reviews,
  no_matches: totals.noMatches,
  errors: totals.errors,
  reward_amount: dollarsOf(totals.rewardCents),
  matched_amount: dollarsOf(totals.matchedCents),
  review_amount: dollarsOf(totals.reviewCents),
  unmatched_amount: dollarsOf(totals.unmatchedCents),
  written_off: totals.writtenOff,
  written_off_amount: dollarsOf(totals.writtenOffCents),
  written_off_reward_amount: dollarsOf(totals.writtenOffRewardCents),
  awaiting_approval: totals.proposed,
  awaiting_approval_amount: dollarsOf(totals.proposedCents),
  unclaimed_pos: totals.unclaimedPos,
  left_out: job.leftOut,
  pending_reviews: totals.reviews,
  as_found: {
    matches_found: totals.matchesFound,
    review_required: totals.reviewsFound,
    no_matches: totals.noMatchesFound,
  },
});

function known<T>(row: T | null | undefined): T {
  if (!row) throw new Refusal('resource.not-found');
  return row;
}
