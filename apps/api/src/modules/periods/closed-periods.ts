// What other slices ask before they change anything: that no closed month has it. Until their transaction ends, none is
// closed either.
import { Refusal } from '../../platform/errors/index.ts';
import type { ClosedMonths } from '../reconciliation/index.ts';
import { nameOf, type PeriodScope } from './period.ts';
import type { PeriodsRepository } from './periods.repository.ts';

/** Lines named in one refusal. */
const MAX_LINES = 50;

export class ClosedPeriods implements ClosedMonths {
  constructor(private readonly periods: PeriodsRepository) {}

  async holdOpen(resultIds: readonly string[]): Promise<void> {
    await this.periods.hold('share');
    refuse(await this.periods.closedOverResults(resultIds));
  }

  async holdOpenJob(jobId: string): Promise<void> {
    await this.periods.hold('share');
    refuse(await this.periods.closedOverJob(jobId));
  }

  /** By the day of each transaction: for payments, that of the payment. */
  async holdOpenTransactions(ids: readonly string[]): Promise<void> {
    await this.periods.hold('share');
    refuse(await this.periods.closedOverTransactions(ids));
  }

  async holdOpenUpload(uploadId: string): Promise<void> {
    await this.periods.hold('share');
    if (!(await this.periods.isAnyClosed())) return;
    const rows = await this.periods.changedRowsOf(uploadId);
    if (rows.length === 0) return;
    const period = await this.periods.find(rows[0]!.periodId);
    const errors = rows.slice(0, MAX_LINES).map(({ row }, index) => ({
      field: row === null ? `row ${index + 1}` : `row ${row}`,
      message: 'is new or changed in a closed month',
    }));
    throw new Refusal('period.closed', { detail: wordsOf(period!, rows.length), errors });
  }
}

function refuse(period: PeriodScope | undefined): void {
  if (period) throw new Refusal('period.closed', { detail: wordsOf(period) });
}

function wordsOf(period: PeriodScope, rows = 0): string {
  const what = rows === 0 ? '' : ` ${rows === 1 ? 'One row is' : `${rows} rows are`} new or changed.`;
  return `${nameOf(period)} is closed.${what} Reopen it first.`;
}
