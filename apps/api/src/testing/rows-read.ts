// How many rows a statement looks at, by its plan: nothing else shows whether an index led to them.
import { currentEntityManager } from '../platform/database/index.ts';
import { queryAt } from './query-at.ts';
import type { TestApp } from './test-app.ts';

interface PlanNode {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** Rows of tables that were looked at, those that did not fit included. */
function rowsOf(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const read = (node['Actual Rows'] + removed) * node['Actual Loops'];
  const below = (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), 0);
  return below + (node['Relation Name'] ? read : 0);
}

/** As the database does by itself within a minute: without statistics every plan looks the same in the small tables of a test. */
export const gatherStatistics = ({ databaseUrl }: TestApp): Promise<unknown> =>
  queryAt(databaseUrl, 'ANALYZE');

/** @param parameters after the first, which is the organization. */
export const rowsReadBy = (
  app: TestApp,
  organizationId: string,
  sql: string,
  parameters: readonly unknown[],
): Promise<number> =>
  app.platform.database.withinOrganization(organizationId, async () => {
    const [row] = await currentEntityManager().query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      [organizationId, ...parameters],
    );
    return rowsOf(row!['QUERY PLAN'][0]!.Plan);
  });
