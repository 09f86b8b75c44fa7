// A sale that a person takes from its reward is open again at once: it gets the row that a run would give it, until a reward
// has it again.
import { leftOver } from '@medspasync/matching';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentOrganizationId } from '../../../platform/database/index.ts';
import type { Books, StoredTransaction } from '../../uploads/index.ts';
import { resultRows } from '../engine/result-rows.ts';
import { StoredRows } from '../engine/stored-rows.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { ResultsRepository } from '../results/results.repository.ts';
import type { ReleasedSalesRepository } from './released-sales.repository.ts';

export interface ReleasedSalesNeeds {
  released: ReleasedSalesRepository;
  rows: Pick<ResultsRepository, 'addBatch'>;
  books: Pick<Books, 'findAll'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
  seal: PatientSeal;
}

export class ReleasedSales {
  constructor(private readonly needs: ReleasedSalesNeeds) {}

  /**
   * Inside the open transaction, with the job held, once decisions about these rows were made, approved or undone. A sale of a
   * closed month stays as it was closed. @returns the sales that have a row from here on.
   */
  async follow(jobId: string, resultIds: readonly string[]): Promise<string[]> {
    const { books, months, released } = this.needs;
    const moved = await released.salesOf(resultIds);
    const closed = await months.refusalsOfTransactions(moved);
    const open = moved.filter((id) => !closed.has(id));
    if (open.length === 0) return [];
    const free = await released.follow(jobId, open);
    if (free.length > 0) await this.#add(jobId, [...(await books.findAll(free)).values()]);
    return free;
  }

  /** The same, of all rows of the job that somebody has decided about. */
  async followAll(jobId: string): Promise<string[]> {
    return this.follow(jobId, await this.needs.released.decidedIn(jobId));
  }

  /** The same, of rows that a run has just written, and whose redemptions were taken back before. */
  async followReversed(jobId: string): Promise<string[]> {
    return this.follow(jobId, await this.needs.released.reversedIn(jobId));
  }

  async #add(jobId: string, sales: readonly StoredTransaction[]): Promise<void> {
    const { released, rows, seal } = this.needs;
    const books = { reward: new StoredRows(), pos: new StoredRows() };
    for (const { id, transaction } of sales) books.pos.add(id, transaction);
    const lines = leftOver(sales.map(({ transaction }) => transaction)).map((result) => ({ result }));
    const context = { organizationId: currentOrganizationId(), seal };
    const added = resultRows(lines, await released.nextPosition(jobId), books, context);
    await rows.addBatch(jobId, JSON.stringify(added.map((row) => ({ ...row, is_withdrawn: false }))));
  }
}
