import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import {
  MATCHES_COLUMNS,
  MONEY_SINCE_COLUMNS,
  type ResultRowWire,
  transactionToWire,
} from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import excel from 'exceljs';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const sample = briefSample();
const [first, ...rest] = sample.rewards.map(transactionToWire);
const REQUEST = {
  // An id that a spreadsheet would run, and one that is missing.
  reward_transactions: [{ ...first, transaction_id: '=1+1' }, ...rest],
  pos_transactions: sample.pos.map(transactionToWire).map(({ transaction_id: _id, ...pos }) => pos),
  threshold: 1,
};

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let rows: ResultRowWire[];
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  ({ jobId, rows } = await reconcileToEnd(app, spa, REQUEST));
  const decide = (row: ResultRowWire, decision: object) =>
    app.http
      .post(`/reconcile/jobs/${jobId}/results/${row.result_id}/decision`)
      .set(spa.members.reviewer.authorization)
      .send(decision)
      .expect(200);
  await decide(rows[0]!, { verdict: 'approved', note: 'Saw it, really' });
  await decide(rows[1]!, { verdict: 'rejected' });
});
afterAll(() => app.close());

const download = (format: string, job_id = jobId, organization = spa, more: object = {}) =>
  app.http
    .post('/export')
    .set(organization.members.viewer.authorization)
    .send({ job_id, format, ...more })
    .buffer(true)
    .parse((response, done) => {
      buffer(response as unknown as NodeJS.ReadableStream).then(
        (bytes) => void done(null, bytes),
        (error) => void done(error, null),
      );
    });

test('a CSV has the fixed header, a row per reward with its decision, then the POS rows nothing claims', async () => {
  const response = await download('csv').expect(200);
  expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(response.headers['content-disposition']).toMatch(
    /^attachment; filename=matches-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.csv$/,
  );
  const [header, approved, rejected, waiting, ...others] = response.body
    .toString('utf8')
    .trimEnd()
    .split('\r\n');
  expect(header).toBe([...MATCHES_COLUMNS, ...MONEY_SINCE_COLUMNS].join());
  expect(approved).toMatch(/^'=1\+1,row:\d,match,/);
  expect(approved).toContain('"Approved by The reviewer: Saw it, really');
  expect(rejected).toMatch(/^R002,,no_match,.*Rejected by The reviewer/);
  expect(waiting).toMatch(/^R003,row:\d,review_required,/);
  expect(others).toHaveLength(4);
  expect(others.at(-2)).toMatch(/^,row:6,no_match,.*,No reward claims it,,,,$/);
  expect(others.at(-1)).toMatch(/^,row:2,no_match,.*,No reward claims it,,,,$/);
});

test('a CSV for Excel begins with a byte order mark; no other format has one', async () => {
  const mark = { byte_order_mark: true };
  const [plain, marked] = [await download('csv'), await download('csv', jobId, spa, mark).expect(200)];
  expect(marked.body).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.body]));
  const { body } = await download('xlsx', jobId, spa, mark).expect(422);
  expect(JSON.parse(body.toString()).errors).toEqual([
    { field: 'byte_order_mark', message: 'goes with the format csv' },
  ]);
});

test('JSON has the same rows', async () => {
  const response = await download('json').expect(200);
  const matches = JSON.parse(response.body.toString('utf8'));
  expect(matches).toHaveLength(7);
  expect(matches[0]).toMatchObject({ reward_id: '=1+1', result: 'match' });
  expect(matches[6]).toMatchObject({ reward_id: null, pos_ids: ['row:2'] });
});

test('a workbook opens, with the same rows', async () => {
  const response = await download('xlsx').expect(200);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(response.body).buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.rowCount).toBe(8);
  expect(sheet.getCell('A2').value).toBe("'=1+1");
  expect(sheet.getCell('D2').value).toBeCloseTo(rows[0]!.match_probability, 5);
});

test('rows of the files that could not be read are in pages, in the summary and in the export, at their place', async () => {
  const upload = async (side: string, ...lines: string[]): Promise<string> => {
    const content = Buffer.from(`${['transaction_id,customer_name,amount,date', ...lines].join('\n')}\n`);
    const answer = app.http.post(`/upload/${side}-transactions`).set(spa.members.manager.authorization);
    return (await answer.attach('file', content, `${side}.csv`).expect(200)).body.upload_id;
  };
  const good = 'Mia Chen,40,2024-01-15';
  const job = await reconcileToEnd(app, spa, {
    reward_upload_id: await upload(
      'reward',
      `R1,${good}`,
      'R2,Ana Reyes,,2024-01-15',
      'R3,Zoe Lee,50,2024-01-16',
    ),
    pos_upload_id: await upload('pos', `S1,${good}`, 'S2,Bea Ray,lots,2024-01-15'),
  });
  expect(job.rows.map(({ result }) => result === 'error')).toEqual([false, true, false, true]);
  expect(job.rows.map(({ unreadable }) => unreadable)).toEqual([
    null,
    { side: 'reward', transaction_id: 'R2', row: 3, column: 'amount', reason: expect.any(String) },
    null,
    { side: 'pos', transaction_id: 'S2', row: 3, column: 'amount', reason: expect.any(String) },
  ]);
  const { body } = await app.http
    .get(`/reconcile/jobs/${job.jobId}/results?result=error&side=pos`)
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(body).toMatchObject({ total_results: 1, summary: { errors: 2, unclaimed_pos: 0, no_matches: 1 } });

  const [, matched, reward, missing, pos] = (await download('csv', job.jobId)).body
    .toString('utf8')
    .split('\r\n');
  expect(matched).toMatch(/^R1,S1,/);
  expect(reward).toMatch(/^R2,,error,.*Could not be read: row 3, amount: /);
  expect(missing).toMatch(/^R3,,no_match,/);
  expect(pos).toMatch(/^,S2,error,.*Could not be read: row 3, amount: /);
});

test('an unknown format is refused', async () => {
  const { status } = await download('pdf');
  expect(status).toBe(422);
});

test('another organization’s job, and one that nobody has, cannot be exported', async () => {
  expect((await download('csv', jobId, await app.createOrganization())).status).toBe(404);
  expect((await download('csv', randomUUID())).status).toBe(404);
});

test('a job that has not completed has nothing to export', async () => {
  const { authorization } = spa.members.manager;
  const started = await app.http.post('/reconcile/start').set(authorization).send(REQUEST).expect(202);
  await app.http.delete(`/reconcile/jobs/${started.body.job_id}`).set(authorization).expect(200);
  const { body, status } = await download('csv', started.body.job_id);
  expect(status).toBe(409);
  expect(JSON.parse(body.toString('utf8')).code).toBe('job.not_completed');
});
