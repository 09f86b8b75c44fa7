// What webhooks are told, inside the transaction of what it tells of: counts, codes and ids. Who is meant by them is asked of the
// API, by somebody who may know.
import type { ExceptionCode } from '@medspasync/schemas';
import type { WebhookOutbox } from '../../webhooks/index.ts';
import type { StoredJob } from '../jobs/job.ts';
import type { AnnouncedExceptionsRepository } from './announced-exceptions.repository.ts';

/** Ids in one message; the rest are read from the API. */
const MAX_IDS = 100;

/** A payment that somebody has to look at. */
export interface PaymentInDoubt {
  id: string;
  reasonCodes: readonly ExceptionCode[];
}

/** Redemptions that nobody has paid back by the day they were expected, and that nobody was told of since they opened. */
export interface OpenedOverdue {
  redemptions: number;
  firstIds: string[];
}

export class Announcements {
  constructor(
    private readonly webhooks: WebhookOutbox,
    private readonly exceptions: AnnouncedExceptionsRepository,
  ) {}

  async completed(job: Pick<StoredJob, 'id' | 'totalTransactions'>, matchesFound: number): Promise<void> {
    await this.webhooks.announce('job.completed', async () => ({
      job_id: job.id,
      total_transactions: job.totalTransactions,
      matches_found: matchesFound,
    }));
    await this.opened(job.id);
  }

  /** Tells of rows that are open and were not told of. @param resultIds of the job, where only these may have opened. */
  async opened(jobId: string, resultIds: readonly string[] | null = null): Promise<void> {
    await this.webhooks.announce('exception.opened', async () => {
      const { byCode, firstIds, rows } = await this.exceptions.noteOpened(jobId, resultIds, MAX_IDS);
      if (rows === 0) return undefined;
      return {
        job_id: jobId,
        exceptions: rows,
        by_code: byCode as Record<string, number>,
        result_ids: firstIds,
      };
    });
  }

  /**
   * Tells, once a night, of what only the date has opened: rows whose days are over, and redemptions not paid back in time.
   * @param noteOverdue asked if there is somebody to tell: what it answers is told from now on. @param limit of ids in its answer.
   */
  async night(since: Date, noteOverdue: (limit: number) => Promise<OpenedOverdue>): Promise<void> {
    if (!(await this.webhooks.isWanted('exception.opened'))) return;
    if (!(await this.exceptions.beginNight(since))) return;
    for (const { jobId, resultIds } of await this.exceptions.turnedMissing())
      await this.opened(jobId, resultIds);
    await this.overdue(noteOverdue);
  }

  /** Tells of redemptions not paid back in time that have opened. @param noteOverdue as of a night. */
  async overdue(noteOverdue: (limit: number) => Promise<OpenedOverdue>): Promise<void> {
    await this.webhooks.announce('exception.opened', async () => {
      const { firstIds, redemptions } = await noteOverdue(MAX_IDS);
      if (redemptions === 0) return undefined;
      return {
        exceptions: redemptions,
        by_code: { NOT_REIMBURSED: redemptions },
        redemption_ids: firstIds,
      };
    });
  }

  /** Tells of payments with a code that were not told of. */
  async settled(settlementId: string, payments: readonly PaymentInDoubt[]): Promise<void> {
    const inDoubt = payments.filter(({ reasonCodes }) => reasonCodes.length > 0);
    if (inDoubt.length === 0) return;
    await this.webhooks.announce('exception.opened', async () => {
      const noted = await this.exceptions.notePayments(inDoubt.map(({ id }) => id));
      const opened = inDoubt.filter(({ id }) => noted.has(id));
      if (opened.length === 0) return undefined;
      const byCode: Record<string, number> = {};
      for (const code of opened.flatMap(({ reasonCodes }) => reasonCodes))
        byCode[code] = (byCode[code] ?? 0) + 1;
      const ids = opened.slice(0, MAX_IDS).map(({ id }) => id);
      return { settlement_id: settlementId, exceptions: opened.length, by_code: byCode, payment_ids: ids };
    });
  }
}
