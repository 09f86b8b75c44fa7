// What the planner of the database goes by, of tables that grow by thousands of rows at once.
import { currentStatements } from './organization-scope.ts';

/** Tables whose rows come by the file and by the run. */
export type GrowingTable = 'transactions' | 'upload_rows' | 'job_results';

/** Tells the planner of `rows` that were written to `table`, also by the open transaction. */
export async function gatherStatistics(table: GrowingTable, rows: number): Promise<void> {
  await currentStatements().query('SELECT gather_statistics($1, $2)', [table, rows]);
}

/**
 * The same of the first `rows` of many, where the table is so new that less was known of it: what checks each row that follows
 * is planned once. Else it is left to the end, because who gathers keeps others from doing so until the transaction ends.
 */
export async function gatherFirstStatistics(table: GrowingTable, rows: number): Promise<void> {
  await currentStatements().query(
    'SELECT gather_statistics($1, $2) FROM pg_class WHERE oid = $1::regclass AND reltuples < $2',
    [table, rows],
  );
}
