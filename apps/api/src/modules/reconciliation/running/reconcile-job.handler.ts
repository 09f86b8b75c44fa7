// Runs one reconciliation: both books out of the database, through the engine, its results back in one transaction.
// Safe to run again at any moment: until that transaction commits, nothing of a run can be seen.
import { setTimeout as sleep } from 'node:timers/promises';
import { dateOrderWords, type ProgramTerms, skippedWords, usedTwiceWords } from '@medspasync/matching';
import { JOB_PROGRESS_EVENT, type PerformanceMetricsWire, type UploadSide } from '@medspasync/schemas';
import { gatherStatistics, type WithinOrganization } from '../../../platform/database/index.ts';
import type { JobEnd } from '../../../platform/metrics/index.ts';
import { pagesOf } from '../../../platform/pages.ts';
import type { JobContext, JobHandler } from '../../../platform/queue/index.ts';
import type { AliasesService } from '../../aliases/index.ts';
import { type AuditTrail, SYSTEM } from '../../audit/index.ts';
import type { Books, UnreadableRow } from '../../uploads/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import { carryDecisions } from '../carry-over/carry-decisions.ts';
import type { EarlierDecisionsRepository } from '../carry-over/earlier-decisions.repository.ts';
import { EngineRun } from '../engine/engine-run.ts';
import type { EngineSettings, EngineSummary } from '../engine/messages.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import { driftToWire } from '../jobs/drift-wire.ts';
import { progressToWire, type StoredJob } from '../jobs/job.ts';
import type { JobsRepository } from '../jobs/jobs.repository.ts';
import type { CorrectedSales } from '../later-files/corrected-sales.ts';
import { asLinked } from '../later-files/link-reversals.ts';
import type { ReversalsRepository } from '../later-files/reversals.repository.ts';
import type { StateTerms } from '../results/result-state.ts';
import type { ResultsRepository } from '../results/results.repository.ts';
import type { ClaimsRepository } from '../sales/claims.repository.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import { JobGauge } from './job-gauge.ts';
import { RECONCILE_JOB, type ReconcileJobData } from './reconcile-job.ts';

export interface ReconcileJobNeeds {
  withinOrganization: WithinOrganization;
  books: Books;
  jobs: JobsRepository;
  results: ResultsRepository;
  earlier: EarlierDecisionsRepository;
  releasedSales: Pick<ReleasedSales, 'follow' | 'followReversed'>;
  claims: Pick<ClaimsRepository, 'hold' | 'reopenTaken'>;
  correctedSales: Pick<CorrectedSales, 'follow'>;
  reversals: Pick<ReversalsRepository, 'askForSalesIn' | 'knownIn'>;
  runs: Pick<RunsThatCount, 'salesLeft'>;
  months: Pick<ClosedMonths, 'settled' | 'removeResults'>;
  audit: AuditTrail;
  announcements: Pick<Announcements, 'completed'>;
  tellJobEnd(end: JobEnd): void;
  /** Where the files of the organization's model lie on this machine. */
  modelPlace(organizationId: string): Promise<Pick<EngineSettings, 'modelDirectory' | 'encoderDirectory'>>;
  aliases: Pick<AliasesService, 'known'>;
  /** What programs are gone by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  fernetKeys: readonly string[];
  maxHeapMb: number;
  threads: number;
  /** Result rows between two looks at whether to go on. */
  batchRows: number;
}

/** How often progress is noted and a cancellation looked for. */
const WATCH_INTERVAL_MS = 300;

const GAVE_UP =
  'The reconciliation failed. Start it again; if it fails again, contact support with the id of the job.';

/** Thrown to leave a run whose job was cancelled, or completed by another worker. */
const NOT_OURS_ANY_MORE = new Error('the job was cancelled or completed elsewhere');

export class ReconcileJobHandler implements JobHandler<ReconcileJobData> {
  readonly definition = RECONCILE_JOB;

  constructor(private readonly needs: ReconcileJobNeeds) {}

  async run(data: ReconcileJobData, context: JobContext): Promise<void> {
    const job = await this.#begin(data);
    if (job) await this.#reconcile(job, data, context);
    const now = await this.#publish(data, context);
    if (job && now) this.#tellEnd(now);
  }

  async giveUp(data: ReconcileJobData, context: JobContext): Promise<void> {
    await this.#within(data, () => this.needs.jobs.fail(data.jobId, GAVE_UP));
    const now = await this.#publish(data, context);
    if (now) this.#tellEnd(now);
  }

  #tellEnd({ completedAt, matchesFound, startedAt, status }: StoredJob): void {
    if (!startedAt || !completedAt || status === 'pending' || status === 'processing') return;
    const seconds = (completedAt.getTime() - startedAt.getTime()) / 1000;
    this.needs.tellJobEnd({ kind: 'reconciliation', outcome: status, seconds, matches: matchesFound });
  }

  async #reconcile(job: StoredJob, data: ReconcileJobData, context: JobContext): Promise<void> {
    const startedAt = performance.now();
    const gauge = new JobGauge(job.totalTransactions);
    const { fernetKeys, maxHeapMb, threads } = this.needs;
    const modelPlace = await this.needs.modelPlace(data.organizationId);
    const engine = new EngineRun({
      threshold: job.threshold,
      organizationId: data.organizationId,
      fernetKeys,
      aliases: await this.needs.aliases.known(data.organizationId),
      programTerms: programTermsOf(await this.#within(data, this.needs.terms)),
      today: new Date().toISOString().slice(0, 10),
      ...modelPlace,
      maxHeapMb,
      threads,
      onProgress: ({ stage, share }) => gauge.engineIsAt(stage, share),
    });
    const over = new AbortController();
    const work = async (): Promise<void> => {
      // Where a larger file came in at the same moment, nobody was told of this one's rows.
      await this.#within(data, () => gatherStatistics('transactions', job.totalTransactions));
      const settled = await this.#within(data, () => this.needs.months.settled(job));
      await this.#load('reward', job.rewardUploadId, { data, engine, settled });
      await this.#load('pos', job.posUploadId, { data, engine, settled });
      await engine.reconcile();
      await this.#write(job, data, { engine, gauge, startedAt });
    };
    try {
      await Promise.race([work(), this.#watch(gauge, data, context, over.signal)]);
    } catch (error) {
      if (error !== NOT_OURS_ANY_MORE) throw error;
      await this.#within(data, () => this.needs.jobs.endCancelled(data.jobId));
    } finally {
      over.abort();
      await engine.stop();
    }
  }

  async #begin(data: ReconcileJobData): Promise<StoredJob | null> {
    const { jobs } = this.needs;
    return this.#within(data, async () => {
      if (await jobs.begin(data.jobId)) return jobs.find(data.jobId);
      // Cancelled after a worker died with it: nobody is left to stop.
      await jobs.endCancelled(data.jobId);
      return null;
    });
  }

  async #load(
    side: UploadSide,
    uploadId: string,
    { data, engine, settled }: { data: ReconcileJobData; engine: EngineRun; settled: ReadonlySet<string> },
  ): Promise<void> {
    const { books, reversals } = this.needs;
    const known = side === 'reward' ? await this.#within(data, () => reversals.knownIn(uploadId)) : [];
    const gaps: number[] = [];
    const pages = pagesOf((position) => this.#within(data, () => books.pageAfter(uploadId, position)));
    for await (const page of pages) {
      engine.give(
        side,
        asLinked(
          page.filter(({ id }) => !settled.has(id)),
          known,
        ),
      );
      for (const { id, position } of page) if (settled.has(id)) gaps.push(position);
    }
    const unreadable = await this.#within(data, () => books.unreadableRows(uploadId));
    engine.giveUnreadable(side, closedUp(unreadable, gaps));
  }

  async #write(
    job: StoredJob,
    data: ReconcileJobData,
    run: { engine: EngineRun; gauge: JobGauge; startedAt: number },
  ): Promise<void> {
    const {
      announcements,
      audit,
      batchRows,
      claims,
      correctedSales,
      jobs,
      months,
      releasedSales,
      results,
      reversals,
    } = this.needs;
    await this.#within(data, async () => {
      let written = 0;
      const summary = await run.engine.handOut(batchRows, async ({ json, matchesFound: inBatches }) => {
        await results.addBatch(job.id, json);
        written += batchRows;
        run.gauge.wrote(written, inBatches);
      });
      await gatherStatistics('job_results', written);
      const { modelVersion, planVersion } = summary;
      const removed = await months.removeResults(job);
      await claims.hold();
      await reversals.askForSalesIn(job.id);
      await releasedSales.followReversed(job.id);
      const reopened = await carryDecisions(job, this.needs);
      const taken = await claims.reopenTaken(job.id);
      const foundSoFar = summary.matchesFound - removed.matches - reopened - taken;
      const performanceMetrics = metricsOf(job, summary, performance.now() - run.startedAt);
      const { leftOut } = removed;
      const completion = { matchesFound: foundSoFar, leftOut, modelVersion, planVersion, performanceMetrics };
      if (!(await jobs.complete(job.id, completion))) throw NOT_OURS_ANY_MORE;
      const matchesFound = foundSoFar - (await correctedSales.follow(job.id));
      audit.record(SYSTEM, {
        action: 'job.completed',
        subject: { kind: 'job', id: job.id },
        detail: { matches_found: matchesFound, model_version: modelVersion },
      });
      await announcements.completed(job, matchesFound);
    });
  }

  /** Notes and publishes progress until the run is over; rejects when it has to stop. */
  async #watch(
    gauge: JobGauge,
    data: ReconcileJobData,
    context: JobContext,
    over: AbortSignal,
  ): Promise<void> {
    // A worker that is told to stop does so at once.
    const wake = AbortSignal.any([over, context.signal]);
    while (!over.aborted) {
      await sleep(WATCH_INTERVAL_MS, undefined, { signal: wake }).catch(() => undefined);
      if (over.aborted) return;
      context.signal.throwIfAborted();
      if (!(await this.#within(data, () => this.needs.jobs.noteProgress(data.jobId, gauge.read()))))
        throw NOT_OURS_ANY_MORE;
      await this.#publish(data, context);
    }
  }

  async #publish(data: ReconcileJobData, context: JobContext): Promise<StoredJob | null> {
    const job = await this.#within(data, () => this.needs.jobs.find(data.jobId));
    if (job) await context.publish(data.organizationId, JOB_PROGRESS_EVENT, progressToWire(job));
    return job;
  }

  #within<T>({ organizationId }: ReconcileJobData, work: () => Promise<T>): Promise<T> {
    return this.needs.withinOrganization(organizationId, work);
  }
}

/** The places of unreadable rows among the transactions that are left. @param gaps places of those that are not, ascending. */
function closedUp(rows: readonly UnreadableRow[], gaps: readonly number[]): UnreadableRow[] {
  let passed = 0;
  return rows.map((row) => {
    while (passed < gaps.length && gaps[passed]! < row.before) passed += 1;
    return { ...row, before: row.before - passed };
  });
}

function metricsOf(
  job: StoredJob,
  { metrics }: EngineSummary,
  processingTimeMs: number,
): PerformanceMetricsWire {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const dateOrder = dateOrderWords(metrics.dateOrders);
  const passedOver = skippedWords(metrics);
  const usedTwice = usedTwiceWords(metrics);
  return {
    processing_time_ms: round(processingTimeMs),
    transactions_per_second: round((job.totalTransactions / processingTimeMs) * 1000),
    candidate_pairs: metrics.candidatePairs,
    stages: metrics.stages.map(({ stage, durationMs }) => ({ stage, duration_ms: round(durationMs) })),
    ...(metrics.drift === null ? {} : { drift: driftToWire(metrics.drift) }),
    ...(dateOrder === null ? {} : { date_order: dateOrder }),
    ...(passedOver === null
      ? {}
      : { passed_over: passedOver, passed_over_rewards: metrics.passedOverRewards }),
    ...(usedTwice === null ? {} : { used_twice: usedTwice, used_twice_rewards: metrics.usedTwiceRewards }),
  };
}

const programTermsOf = ({ rules }: StateTerms): ProgramTerms[] =>
  rules.map((rule) => ({
    program: rule.program,
    validFrom: rule.valid_from,
    lagDays: rule.lag_days,
    expiresAfterDays: rule.expires_after_days,
  }));
