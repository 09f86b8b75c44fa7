// What is asked over all runs of an organization is looked up row by row. Row-level security keeps an index from being used
// wherever a condition is not leakproof, and nothing but the plan shows it: the answer is the same, after reading every
// transaction of the organization for each row.
import { randomUUID } from 'node:crypto';
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../testing/index.ts';
import { gatherStatistics, rowsReadBy } from '../../testing/rows-read.ts';
import { LATEST_DECISIONS } from './carry-over/earlier-decisions.repository.ts';
import { SaleRefundsRepository } from './later-files/sale-refunds.repository.ts';
import { IN_FILE_OF, SALES_LIKE, STANDING } from './later-files/sale-refunds-sql.ts';
import { LATER_RUN_BY_ROW, PAIRS_ON_CORRECTED, REOPEN_TAKEN, TAKEN_FROM_ROWS } from './sales/claims-sql.ts';

const PATIENTS = 400;
/** Rows read per row of the run: its versions, their results in each run, decisions, sales. */
const FEW = 30;
const DECIDED = 100;
const REFUNDED = 5;

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  await reconcileToEnd(app, spa, booksOf('R'));
  run = await reconcileToEnd(app, spa, booksOf('S'));
  await gatherStatistics(app);
});
afterAll(() => app.close());

/** One of their own for each patient: digits are no part of a name. */
const surnameOf = (index: number): string =>
  `Hol${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

/** Rewards whose ids begin with `letter`, against the same sales. */
function booksOf(letter: string) {
  const visits = Array.from({ length: PATIENTS }, (_, index) => ({
    customer_name: `Ana ${surnameOf(index)}`,
    customer_phone: `555${String(1_000_000 + index * 17)}`,
    amount: 40 + index,
    date: '2024-01-15',
  }));
  return {
    reward_transactions: visits.map((visit, index) => ({ ...visit, transaction_id: `${letter}-${index}` })),
    pos_transactions: visits.map((visit, index) => ({ ...visit, transaction_id: `P-${index}` })),
  };
}

const readBy = (sql: string, parameters: readonly unknown[]): Promise<number> =>
  rowsReadBy(app, spa.organizationId, sql, parameters);

const resultIds = (rows: number): string[] =>
  Array.from({ length: rows }, (_, index) => run.rowOf(`S-${index + 1}`).result_id);

test('the run that has a row by now is looked up, of one row and of ten', async () => {
  for (const rows of [1, 10]) {
    const read = await readBy(LATER_RUN_BY_ROW, [resultIds(rows)]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(rows * FEW);
  }
});

test('what other runs have of a sale is looked up, of one row and of ten', async () => {
  for (const rows of [1, 10]) {
    const ids = resultIds(rows);
    const sales = await app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query<{ id: string }[]>(
        `SELECT r.pos_transaction_ids[1] AS id FROM unnest($2::uuid[]) WITH ORDINALITY AS named (id, place)
         JOIN job_results r ON r.organization_id = $1 AND r.id = named.id ORDER BY named.place`,
        [spa.organizationId, ids],
      ),
    );
    const read = await readBy(TAKEN_FROM_ROWS, [run.jobId, ids, sales.map(({ id }) => id)]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(rows * FEW);
  }
});

test('which rows of a run have sales that others used up is looked up, row by row', async () => {
  const read = await readBy(REOPEN_TAKEN, [run.jobId]);
  expect(read).toBeGreaterThan(PATIENTS);
  expect(read).toBeLessThan(PATIENTS * FEW);
});

test('what people have decided about rows of these files is looked up, decision by decision', async () => {
  const decisions = resultIds(DECIDED).map((result_id) => ({
    result_id,
    decision: { verdict: 'rejected' },
  }));
  await app.http
    .post(`/reconcile/jobs/${run.jobId}/decisions`)
    .set(spa.members.reviewer.authorization)
    .send({ decisions })
    .expect(200);
  await gatherStatistics(app);
  const uploads = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ id: string }[]>('SELECT id FROM uploads WHERE organization_id = $1', [
      spa.organizationId,
    ]),
  );
  const read = await readBy(LATEST_DECISIONS, [randomUUID(), uploads.map(({ id }) => id)]);
  expect(read).toBeGreaterThan(DECIDED);
  // Each row of the files is known by its lineage, and each decision by its row.
  expect(read).toBeLessThan(FEW * (DECIDED + PATIENTS));
});

test('the pairs on corrected sales are looked up from the sales of the run, however many others were corrected', async () => {
  const { reward_transactions, pos_transactions } = booksOf('S');
  const corrected = pos_transactions.map((sale) => ({ ...sale, amount: sale.amount + 1 }));
  await reconcileToEnd(app, spa, { reward_transactions, pos_transactions: corrected });
  const { jobId } = await reconcileToEnd(app, spa, {
    reward_transactions: reward_transactions.slice(0, 1),
    pos_transactions: corrected.slice(0, 1),
  });
  await gatherStatistics(app);
  const read = await readBy(PAIRS_ON_CORRECTED, [jobId, []]);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(PATIENTS);
});

test('which sales refunds may be about, and what of both counts, is looked up from the refunds', async () => {
  const { reward_transactions, pos_transactions } = booksOf('S');
  const refunds = pos_transactions.slice(0, REFUNDED).map((sale, index) => ({
    ...sale,
    transaction_id: `V-${index}`,
    invoice_id: `INV-${index}`,
    reference: `CODE-${index}`,
    type: 'refund',
    date: '2024-01-20',
  }));
  const { jobId } = await reconcileToEnd(app, spa, {
    reward_transactions: reward_transactions.slice(0, 1),
    pos_transactions: refunds,
  });
  await gatherStatistics(app);
  const repository = new SaleRefundsRepository();
  const [rows, sales] = await app.platform.database.withinOrganization(spa.organizationId, async () => {
    const found = await repository.refunds();
    return [found, await repository.salesLike(found)];
  });
  expect(rows).toHaveLength(REFUNDED);
  const lists = [
    rows.map(({ amountCents }) => amountCents),
    rows.map(({ code }) => code),
    rows.map(({ invoice }) => invoice),
    rows.flatMap(({ hashes }) => hashes),
    rows.map(({ identity }) => identity),
  ];
  expect(sales.length).toBeGreaterThanOrEqual(REFUNDED);
  expect(await readBy(SALES_LIKE, lists)).toBeLessThan(REFUNDED * FEW);
  const lineages = sales.map(({ lineageId }) => lineageId);
  for (const [sql, parameters] of [
    [IN_FILE_OF, [jobId, lineages]],
    [STANDING, [lineages]],
  ] as const) {
    const read = await readBy(sql, parameters);
    expect(read).toBeGreaterThanOrEqual(sales.length);
    expect(read).toBeLessThan(sales.length * FEW);
  }
});
