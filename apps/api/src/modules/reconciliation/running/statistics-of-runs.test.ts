// What the planner of the database knows of a run from the first page on. The first organizations of a database are so few that it
// takes one more, of which it knows nothing, for a single row.
import { currentEntityManager } from '../../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';
import { gatherStatistics } from '../../../testing/rows-read.ts';

const ROWS = 600;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());

const booksOf = (name: string) => {
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    transaction_id: `${name}-${index}`,
    customer_name: `${name} Holm`,
    amount: 40 + index,
    date: '2024-01-15',
  }));
  return { reward_transactions: rows, pos_transactions: rows.slice(0, 1) };
};

/** How many rows the planner expects of the statement; $1 is the organization. */
const expected = ({ organizationId }: TestOrganization, sql: string, ...more: string[]): Promise<number> =>
  app.platform.database.withinOrganization(organizationId, async () => {
    const [row] = await currentEntityManager().query<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${sql}`,
      [organizationId, ...more],
    );
    return row!['QUERY PLAN'][0]!.Plan['Plan Rows'];
  });

test('the planner knows how large the run of a new organization is once it is completed', async () => {
  await reconcileToEnd(app, await app.createOrganization(), booksOf('Ana'));
  await gatherStatistics(app);
  const spa = await app.createOrganization();
  const { jobId } = await reconcileToEnd(app, spa, booksOf('Bea'));
  const results = 'SELECT FROM job_results WHERE organization_id = $1 AND job_id = $2';
  expect(await expected(spa, results, jobId)).toBeGreaterThan(ROWS / 4);
});
