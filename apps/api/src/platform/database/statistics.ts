// What the planner of the database goes by, of tables that grow by thousands of rows at once.
import { currentStatements } from './organization-scope.ts';

/** Tables whose rows come by the file and by the run. */
export type GrowingTable = 'transactions' | 'upload_rows' | 'job_results';

/** Tells the planner of `rows` that were written to `table`, also by the open transaction. */
export async function gatherStatistics(table: GrowingTable, rows: number): Promise<void> {
  await currentStatements().query('SELECT gather_statistics($1, $2)', [table, rows]);
}
