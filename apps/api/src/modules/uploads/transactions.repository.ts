// Transactions of uploads: written and read in batches, so that a large file is never whole in memory.
import type { Transaction } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { columnsOf, TRANSACTION_COLUMNS, type TransactionRow, transactionOf } from './transaction-columns.ts';

export interface NewTransaction {
  /** Order in the upload, from 0. */
  position: number;
  /** Line of the file as a spreadsheet numbers it; null for a request body. */
  rowNumber: number | null;
  transaction: Transaction;
}

export interface StoredTransaction {
  id: string;
  position: number;
  transaction: Transaction;
}

const COLUMNS = Object.keys(TRANSACTION_COLUMNS);

// COPY refuses tables with row-level security; one JSON parameter per batch comes close to its speed.
const INSERT = `
  INSERT INTO transactions (organization_id, id, upload_id, position, row_number, ${COLUMNS.join()})
  SELECT $1, gen_random_uuid(), $2, position, row_number, ${COLUMNS.join()}
  FROM json_to_recordset($3) AS batch (position integer, row_number integer, ${COLUMNS.map(
    (column) => `${column} ${column === 'amount_cents' ? 'integer' : 'text'}`,
  ).join()})`;

const SELECT = `SELECT id, position, ${COLUMNS.join()} FROM transactions WHERE organization_id = $1`;

/** Rows in one read: tens of milliseconds, a few megabytes. */
const PAGE_ROWS = 2000;

type Row = TransactionRow & { id: string; position: number };

const storedOf = (row: Row): StoredTransaction => ({
  id: row.id,
  position: row.position,
  transaction: transactionOf(row),
});

export class TransactionsRepository {
  async addBatch(uploadId: string, batch: readonly NewTransaction[]): Promise<void> {
    const rows = batch.map(({ position, rowNumber, transaction }) => ({
      position,
      row_number: rowNumber,
      ...columnsOf(transaction),
    }));
    await currentEntityManager().query(INSERT, [currentOrganizationId(), uploadId, JSON.stringify(rows)]);
  }

  async removeAll(uploadId: string): Promise<void> {
    await currentEntityManager().query(
      'DELETE FROM transactions WHERE organization_id = $1 AND upload_id = $2',
      [currentOrganizationId(), uploadId],
    );
  }

  /** The next ones after `position` in the order of the upload; none means the end. */
  async pageAfter(uploadId: string, position: number): Promise<StoredTransaction[]> {
    const rows = await currentEntityManager().query<Row[]>(
      `${SELECT} AND upload_id = $2 AND position > $3 ORDER BY position LIMIT ${PAGE_ROWS}`,
      [currentOrganizationId(), uploadId, position],
    );
    return rows.map(storedOf);
  }

  /** Those of `ids` that there are, by id. */
  async findAll(ids: readonly string[]): Promise<Map<string, StoredTransaction>> {
    const rows = await currentEntityManager().query<Row[]>(`${SELECT} AND id = ANY ($2)`, [
      currentOrganizationId(),
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, storedOf(row)]));
  }
}
