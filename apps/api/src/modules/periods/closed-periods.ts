// What other slices ask before they change anything: that no closed month has it. Until their transaction ends, none is
// closed either. A run leaves closed months out instead: exports of a year to date have them, and what was closed stays.
import type { LeftOutWire } from '@medspasync/schemas';
import { Refusal } from '../../platform/errors/index.ts';
import type { BooksOfJob, ClosedMonths } from '../reconciliation/index.ts';
import { nameOf, type PeriodScope } from './period.ts';
import type { PeriodsRepository } from './periods.repository.ts';
import type { LeftOutOfPeriod, RowsOfClosedMonthsRepository } from './rows-of-closed-months.repository.ts';

/** Lines named in one refusal. */
const MAX_LINES = 50;

export class ClosedPeriods implements ClosedMonths {
  constructor(
    private readonly periods: PeriodsRepository,
    private readonly rows: RowsOfClosedMonthsRepository,
  ) {}

  hold(): Promise<void> {
    return this.periods.hold('share');
  }

  async holdOpen(resultIds: readonly string[]): Promise<void> {
    await this.hold();
    refuse(await this.periods.closedOverResults(resultIds));
  }

  async refusals(resultIds: readonly string[]): Promise<ReadonlyMap<string, Refusal>> {
    await this.hold();
    if (!(await this.periods.isAnyClosed())) return new Map();
    return refusalsOf(await this.periods.closedByResult(resultIds));
  }

  async refusalsOfTransactions(ids: readonly string[]): Promise<ReadonlyMap<string, Refusal>> {
    await this.hold();
    if (ids.length === 0 || !(await this.periods.isAnyClosed())) return new Map();
    return refusalsOf(await this.periods.closedByTransaction(ids));
  }

  async holdOpenJob(jobId: string): Promise<void> {
    await this.hold();
    refuse(await this.periods.closedOverJob(jobId));
  }

  /** By the day of each transaction: for payments, that of the payment. */
  async holdOpenTransactions(ids: readonly string[]): Promise<void> {
    await this.hold();
    refuse(await this.periods.closedOverTransactions(ids));
  }

  async holdOpenUpload(uploadId: string): Promise<void> {
    await this.hold();
    if (!(await this.periods.isAnyClosed())) return;
    const rows = await this.rows.changedRowsOf(uploadId);
    if (rows.length === 0) return;
    const period = await this.periods.find(rows[0]!.periodId);
    const errors = rows.slice(0, MAX_LINES).map(({ row }, index) => ({
      field: row === null ? `row ${index + 1}` : `row ${row}`,
      message: 'is new or changed in a closed month',
    }));
    throw new Refusal('period.closed', { detail: wordsOf(period!, rows.length), errors });
  }

  async refuseWithoutOpenRewards(job: BooksOfJob): Promise<void> {
    if (!(await this.periods.isAnyClosed()) || (await this.rows.hasOpenRow(job.rewardUploadId))) return;
    const closed = await this.#periodsOf(await this.rows.leftOut(null, job));
    const names = closed.map(({ period }) => period).join('; ');
    throw new Refusal('period.closed', {
      detail: `Every reward of the file lies in a closed month: ${names}. Reopen it first.`,
    });
  }

  async settled(job: BooksOfJob): Promise<ReadonlySet<string>> {
    return (await this.periods.isAnyClosed()) ? this.rows.settled(job) : new Set();
  }

  async removeResults(
    job: BooksOfJob & { id: string },
  ): Promise<{ matches: number; leftOut: LeftOutWire[] }> {
    await this.hold();
    if (!(await this.periods.isAnyClosed())) return { matches: 0, leftOut: [] };
    const matches = await this.rows.removeResults(job.id);
    return { matches, leftOut: await this.#periodsOf(await this.rows.leftOut(job.id, job)) };
  }

  async #periodsOf(leftOut: readonly LeftOutOfPeriod[]): Promise<LeftOutWire[]> {
    const named = [];
    for (const { periodId, pos, rewards } of leftOut)
      named.push({ period: nameOf((await this.periods.find(periodId))!), rewards, pos });
    return named;
  }
}

function refuse(period: PeriodScope | undefined): void {
  if (period) throw refusalOf(period);
}

const refusalOf = (period: PeriodScope): Refusal => new Refusal('period.closed', { detail: wordsOf(period) });

const refusalsOf = (periods: ReadonlyMap<string, PeriodScope>): Map<string, Refusal> =>
  new Map([...periods].map(([id, period]) => [id, refusalOf(period)]));

function wordsOf(period: PeriodScope, rows = 0): string {
  const what = rows === 0 ? '' : ` ${rows === 1 ? 'One row is' : `${rows} rows are`} new or changed.`;
  return `${nameOf(period)} is closed.${what} Reopen it first.`;
}
