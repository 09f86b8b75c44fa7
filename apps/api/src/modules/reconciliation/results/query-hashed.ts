// Rows that the same transaction has just written are in no statistics: a planner takes a file of thousands for one of a single
// row, and would look through all of it for each reversal.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';

/** Asks with the organization as $1, and joins no rows one by one. */
export async function queryHashed<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  const entityManager = currentEntityManager();
  const loops = (is: 'on' | 'off') =>
    entityManager.query(`SELECT set_config('enable_nestloop', '${is}', true)`);
  await loops('off');
  const rows = await entityManager.query<Row[]>(sql, [currentOrganizationId(), ...parameters]);
  await loops('on');
  return rows;
}
