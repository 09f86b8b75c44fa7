// Jobs from the outside: started once however often it is asked, watched, cancelled.
import { randomUUID } from 'node:crypto';
import type {
  JobWire,
  StartJobRequestWire,
  StartJobResponseWire,
  Transaction,
  UploadSide,
} from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { afterCommit, type WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { LocalZones } from '../../../platform/local-zones.ts';
import type { Logger } from '../../../platform/logging/index.ts';
import { UnqueuedSweep } from '../../../platform/queue/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { Books } from '../../uploads/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import { isOver, jobToWire, type StoredJob } from '../jobs/job.ts';
import type { JobsRepository } from '../jobs/jobs.repository.ts';
import type { Reversals } from '../later-files/reversals.ts';
import type { QueuedReconciliation, ReconcileJobData } from './reconcile-job.ts';
import { booksOfRequest, zonesFor } from './request-books.ts';

export interface JobsServiceNeeds {
  withinOrganization: WithinOrganization;
  jobs: JobsRepository;
  books: Books;
  /** For the digest of a request. */
  seal: PatientSeal;
  audit: AuditTrail;
  /** Months that are closed. */
  months: Pick<ClosedMonths, 'holdOpenUpload' | 'refuseWithoutOpenRewards'>;
  reversals: Pick<Reversals, 'note'>;
  /** @throws Refusal where the organization has turned reconciliation off. */
  requireReconciliation(caller: Caller): Promise<void>;
  /** Of the organization of the open transaction. */
  zones(): Promise<LocalZones>;
  /** Safe to call again for the same job. */
  enqueue(job: QueuedReconciliation): Promise<void>;
  /** Jobs written down but never enqueued, of all organizations. */
  findUnqueued(): Promise<ReconcileJobData[]>;
  onIngested(transactions: number): void;
  logger: Logger;
}

/** What a job takes however small it is. */
const FIXED_SECONDS = 1;
/** Until there is a history: measured on 2 busy cores at 26,000 and at 261,000 transactions. */
const SECONDS_PER_TRANSACTION = 1 / 5_000;

export class JobsService {
  /** Enqueues what a crash left behind, or what could not be enqueued while the queue was away. */
  readonly sweep: UnqueuedSweep<ReconcileJobData>;

  constructor(private readonly needs: JobsServiceNeeds) {
    const { findUnqueued, logger } = needs;
    const enqueue = (found: ReconcileJobData) => this.#enqueue(found);
    this.sweep = new UnqueuedSweep({ name: 'jobs', findUnqueued, enqueue, logger });
  }

  /**
   * Writes the job down and enqueues it. With a `job_id`, asking again changes nothing and gives the same answer.
   * @throws Refusal `request.invalid` naming every bad date, `resource.not-found` for an upload of nobody's here,
   *   `feature.off`, `upload.not_confirmed` for a preview, `upload.no_amount_column` naming each upload that has no
   *   transactions yet, `job.id_taken` when the id stands for another request, `period.closed` naming the month.
   */
  async start(caller: Caller, request: StartJobRequestWire): Promise<StartJobResponseWire> {
    await this.needs.requireReconciliation(caller);
    const { organizationId } = caller;
    const { job_id: jobId = randomUUID(), ...asked } = request;
    const text = JSON.stringify(asked);
    const requestDigest = this.needs.seal.digest(text);
    const job =
      (await this.#find(organizationId, jobId)) ??
      (await this.#write(caller, jobId, asked, requestDigest)) ??
      (await this.#find(organizationId, jobId));
    if (!job || !this.needs.seal.isDigestOf(job.requestDigest, text))
      throw new Refusal('job.id_taken', { detail: 'The job of this id was started with another request.' });
    if (!job.enqueuedAt) await afterCommit(() => this.#enqueue({ organizationId, jobId }));
    return this.#waiting(organizationId, job);
  }

  /**
   * Starts a failed job again.
   * @throws Refusal `feature.off`, `resource.not-found`, or `job.not_failed`.
   */
  async retry(caller: Caller, jobId: string): Promise<StartJobResponseWire> {
    await this.needs.requireReconciliation(caller);
    const { audit, jobs, withinOrganization } = this.needs;
    const { organizationId } = caller;
    const job = await withinOrganization(organizationId, async () => {
      const isOurs = await jobs.retry(jobId);
      const found = await jobs.find(jobId);
      if (!found) throw new Refusal('resource.not-found');
      if (!isOurs) throw new Refusal('job.not_failed', { detail: `The job is ${found.status}.` });
      audit.record(caller, {
        action: 'job.retried',
        subject: { kind: 'job', id: jobId },
        detail: { retries: found.retries },
      });
      return found;
    });
    await afterCommit(() => this.#enqueue({ organizationId, jobId }));
    return this.#waiting(organizationId, job);
  }

  /** @throws Refusal `resource.not-found`. */
  async get(caller: Caller, jobId: string): Promise<JobWire> {
    const job = await this.#find(caller.organizationId, jobId);
    if (!job) throw new Refusal('resource.not-found');
    return jobToWire(job);
  }

  async listActive(caller: Caller): Promise<JobWire[]> {
    const { jobs, withinOrganization } = this.needs;
    return (await withinOrganization(caller.organizationId, () => jobs.listActive())).map(jobToWire);
  }

  async listRecent(caller: Caller, limit: number): Promise<JobWire[]> {
    const { jobs, withinOrganization } = this.needs;
    return (await withinOrganization(caller.organizationId, () => jobs.listRecent(limit))).map(jobToWire);
  }

  /** @throws Refusal `resource.not-found`, or `job.not_running` when it has completed or failed. */
  async cancel(caller: Caller, jobId: string): Promise<void> {
    const { audit, jobs, withinOrganization } = this.needs;
    const status = await withinOrganization(caller.organizationId, async () => {
      if (await jobs.requestCancel(jobId))
        audit.record(caller, { action: 'job.cancelled', subject: { kind: 'job', id: jobId } });
      return (await jobs.find(jobId))?.status;
    });
    if (!status) throw new Refusal('resource.not-found');
    if (status === 'completed' || status === 'failed')
      throw new Refusal('job.not_running', { detail: `The job has ${status}.` });
  }

  async #waiting(organizationId: string, job: StoredJob): Promise<StartJobResponseWire> {
    const { jobs, withinOrganization } = this.needs;
    const { pace, repeats_code } = await withinOrganization(organizationId, async () => ({
      pace: await jobs.secondsPerTransaction(),
      repeats_code: [
        ...(await this.#repeatedCodes('reward', job.rewardUploadId)),
        ...(await this.#repeatedCodes('pos', job.posUploadId)),
      ],
    }));
    const seconds = FIXED_SECONDS + job.totalTransactions * (pace ?? SECONDS_PER_TRANSACTION);
    return {
      job_id: job.id,
      // Who asks again by the id of a job that has ended is told so, and waits for nothing.
      status: job.status,
      total_transactions: job.totalTransactions,
      estimated_time_seconds: isOver(job.status) ? 0 : Math.ceil(seconds),
      repeats_code,
    };
  }

  /** Named as in the request. */
  async #repeatedCodes(side: UploadSide, uploadId: string): Promise<string[]> {
    const places = await this.needs.books.repeatedCodes(uploadId);
    return places.map((place) => `${side}_transactions[${place}]`);
  }

  #find(organizationId: string, jobId: string): Promise<StoredJob | null> {
    return this.needs.withinOrganization(organizationId, () => this.needs.jobs.find(jobId));
  }

  /** @returns null when another request took the id in the same moment; nothing is written then. */
  async #write(
    caller: Caller,
    id: string,
    asked: Omit<StartJobRequestWire, 'job_id'>,
    requestDigest: Buffer,
  ): Promise<StoredJob | null> {
    const { audit, jobs, months, onIngested, reversals, withinOrganization, zones } = this.needs;
    const wire = { reward: asked.reward_transactions, pos: asked.pos_transactions };
    const job = await withinOrganization(caller.organizationId, async () => {
      await jobs.holdId(id);
      if (await jobs.find(id)) return null;
      const sent = await booksOfRequest(
        wire,
        await zonesFor([...(wire.reward ?? []), ...(wire.pos ?? [])], zones),
      );
      const reward = await this.#bookOf('reward', asked.reward_upload_id, sent.reward, caller);
      const pos = await this.#bookOf('pos', asked.pos_upload_id, sent.pos, caller);
      refuseEmpty({ reward, pos });
      const uploads = { rewardUploadId: reward.uploadId, posUploadId: pos.uploadId };
      await months.refuseWithoutOpenRewards(uploads);
      if (sent.reward) await reversals.note(reward.uploadId);
      await jobs.add({
        id,
        ...uploads,
        threshold: asked.threshold,
        totalTransactions: reward.count + pos.count,
        requestDigest,
        createdBy: caller.userId,
      });
      audit.record(caller, {
        action: 'job.started',
        subject: { kind: 'job', id },
        detail: {
          reward_upload_id: reward.uploadId,
          pos_upload_id: pos.uploadId,
          threshold: asked.threshold,
        },
      });
      return jobs.find(id);
    });
    if (job) onIngested((wire.reward?.length ?? 0) + (wire.pos?.length ?? 0));
    return job;
  }

  async #bookOf(
    side: UploadSide,
    uploadId: string | undefined,
    sent: readonly Transaction[] | undefined,
    caller: Caller,
  ): Promise<{ uploadId: string; count: number }> {
    const { books, months } = this.needs;
    if (sent) {
      const keptId = await books.keep(side, sent, caller.userId);
      await months.holdOpenUpload(keptId);
      return { uploadId: keptId, count: sent.length };
    }
    const file = uploadId === undefined ? undefined : await books.holdFile(uploadId, side);
    if (file?.isPreview)
      throw new Refusal('upload.not_confirmed', {
        errors: [{ field: `${side}_upload_id`, message: 'is a preview: confirm it first' }],
      });
    if (uploadId !== undefined && file) return { uploadId, count: file.count };
    throw new Refusal('resource.not-found', {
      errors: [{ field: `${side}_upload_id`, message: `is no upload of ${side} transactions` }],
    });
  }

  async #enqueue({ jobId, organizationId }: ReconcileJobData): Promise<void> {
    const { enqueue, jobs, logger, withinOrganization } = this.needs;
    try {
      const { ahead, retries } = await withinOrganization(organizationId, async () => ({
        ahead: await jobs.countAhead(jobId),
        retries: (await jobs.find(jobId))?.retries ?? 0,
      }));
      await enqueue({ organizationId, jobId, ahead, retries });
      await withinOrganization(organizationId, () => jobs.noteEnqueued(jobId));
    } catch (error) {
      // The job is written down; the next sweep enqueues it.
      logger.warn({ err: error, jobId }, 'could not enqueue a job');
    }
  }
}

/** A file without an amount column waits for its correction; both sides are named at once. */
function refuseEmpty(books: Record<UploadSide, { count: number }>): void {
  const errors = (['reward', 'pos'] as const)
    .filter((side) => books[side].count === 0)
    .map((side) => ({
      field: `${side}_upload_id`,
      message: 'has no transactions yet: choose the column that holds its amounts',
    }));
  if (errors.length > 0) throw new Refusal('upload.no_amount_column', { errors });
}
