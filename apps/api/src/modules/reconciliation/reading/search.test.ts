// A search goes by indexes. Row-level security keeps one from being used wherever a condition is not leakproof, and nothing but
// the plan shows it: the answer is the same, after reading every transaction of both files.
import type { ResultRowWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';
import { queryAt } from '../../../testing/query-at.ts';
import { gatherStatistics, rowsReadBy } from '../../../testing/rows-read.ts';
import { FIND_SAYING, HAVING_ANY_HASH } from '../../uploads/index.ts';
import { FIND_ABOUT } from '../results/results-sql.ts';

const VISITS = 4000;
/** Rows read for one that is found: of the file, of its transactions, of results. */
const FEW = 20;

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  run = await reconcileToEnd(app, spa, {
    reward_transactions: Array.from({ length: VISITS }, (_, index) => ({
      ...visit(index),
      transaction_id: `R-${index}`,
    })),
    pos_transactions: [0, 1, 2].map((index) => ({
      ...visit(index),
      transaction_id: `P-${index}`,
      invoice_id: `INV ${index}`,
    })),
  });
});
afterAll(() => app.close());

const visit = (index: number) => ({
  customer_name: index === 2 ? 'Ana de la Cruz y Vega' : `Ana Number${index}`,
  customer_phone: `555${String(1_000_000 + index * 17)}`,
  customer_email: `ana${index}@example.test`,
  service: index % 2 === 0 ? 'Botox\n20 units' : 'Dysport',
  amount: 40 + index,
  date: '2024-01-15',
});

/** The ids of the rewards that are found. */
async function search(q: string): Promise<string[]> {
  const { body } = await app.http
    .post(`/reconcile/jobs/${run.jobId}/results/search`)
    .set(spa.members.viewer.authorization)
    .send({ q, limit: 1000 })
    .expect(200);
  return body.results.map((row: ResultRowWire) => row.reward_transaction?.transaction_id);
}

const read = (sql: string, ...parameters: unknown[]): Promise<number> =>
  rowsReadBy(app, spa.organizationId, sql, parameters);

test.each([
  ['the first batch of a file', 'r-7', 'R-7'],
  ['its second batch', 'r-1107', 'R-1107'],
  ['the invoice of the sale it was paired with', 'inv 1', 'R-1'],
  ['one of many surnames', 'vega', 'R-2'],
  ['a phone number after many surnames', '5551000034', 'R-2'],
])('finds a reward by %s', async (_what, q, reward) => expect(await search(q)).toContain(reward));

test('finds every row that says a part of it, in the order of the report', async () => {
  const found = await search('20 units');
  expect(found).toHaveLength(1000);
  expect(found.slice(0, 3)).toEqual(['R-0', 'R-2', 'R-4']);
});

test('a file that is read another way says what it says now', async () => {
  const { authorization } = spa.members.manager;
  const lines = [
    'transaction_id,customer_name,amount,date,service,thing',
    'R-1,Ana Reyes,40,2024-01-15,Botox,X-99',
  ];
  const { body: upload } = await app.http
    .post('/upload/reward-transactions')
    .set(authorization)
    .attach('file', Buffer.from(lines.join('\n')), 'rewards.csv')
    .expect(200);
  await app.http
    .put(`/uploads/${upload.upload_id}/mapping`)
    .set(authorization)
    .send({ columns: [{ column_index: 5, field: 'reference' }] })
    .expect(200);
  const words = await queryAt<{ words: string }>(
    app.databaseUrl,
    `SELECT words FROM upload_words WHERE upload_id = '${upload.upload_id}'`,
  );
  expect(words).toEqual([{ words: 'botox r-1 x-99' }]);
});

// A search right after a run is before the database has looked at its new rows.
describe.each([
  ['without statistics', async () => undefined],
  ['with statistics', () => gatherStatistics(app)],
])('the plan %s', (_when, prepare) => {
  let uploads: string[];
  let transactions: { id: string; hashes: string[] }[];
  beforeAll(async () => {
    await prepare();
    const [job] = await queryAt<{ uploads: string[] }>(
      app.databaseUrl,
      `SELECT ARRAY[reward_upload_id, pos_upload_id] AS uploads FROM jobs WHERE id = '${run.jobId}'`,
    );
    uploads = job!.uploads;
    transactions = await queryAt(
      app.databaseUrl,
      `SELECT id, patient_hashes AS hashes FROM transactions
       WHERE upload_id = '${uploads[0]}' AND transaction_id = 'R-1107'`,
    );
  });

  test.each([0, 1, 2, 3])('looks a patient up by hash %i of four', async (place) => {
    const hashes = transactions.map(({ hashes: four }) => four[place]);
    expect(await read(HAVING_ANY_HASH, uploads, hashes)).toBeLessThan(FEW);
  });

  test('looks into texts of many rows for what one of them says', async () => {
    expect(await read(FIND_SAYING, uploads, 'r-1107')).toBeLessThan(FEW);
  });

  test('looks up the results of the transactions that were found', async () => {
    const ids = transactions.map(({ id }) => id);
    expect(await read(FIND_ABOUT, run.jobId, ids)).toBeLessThan(FEW);
  });
});
