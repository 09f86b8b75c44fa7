// Files that come again: month-to-date exports are sent every week, and most of their rows are there already.
import { randomUUID } from 'node:crypto';
import { type UploadResponseWire, UploadResponseWire as Wire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const HEADER = 'transaction_id,customer_name,amount,date';
const ANA = 'R-1,Ana Quillfeather,40.00,2024-01-15';
const BEN = 'R-2,Ben Okafor,60.00,2024-01-16';
const CLEO = 'R-3,Cleo Marsh,25.00,2024-01-17';
const file = (...lines: string[]): Buffer => Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);

const as = (role: 'reviewer' | 'viewer' | 'manager' = 'reviewer', of = spa) => of.members[role].authorization;
async function send(content: Buffer, { path = '/upload/reward-transactions', query = '', of = spa } = {}) {
  const { body } = await app.http
    .post(`${path}${query}`)
    .set(as('reviewer', of))
    .attach('file', content, 'rewards.csv')
    .expect(200);
  expect(Wire.parse(body)).toEqual(body);
  return body as UploadResponseWire;
}
const preview = (content: Buffer) => send(content, { query: '?preview=true' });
const confirm = (uploadId: string) => app.http.post(`/uploads/${uploadId}/confirm`).set(as());

const query = <T>(sql: string): Promise<T[]> =>
  app.platform.database.withinOrganization(spa.organizationId, () => currentEntityManager().query(sql));
const stored = async (): Promise<number> =>
  (await query<{ n: number }>('SELECT count(*)::int AS n FROM transactions'))[0]!.n;

test('the same file again stores nothing twice', async () => {
  const first = await send(file(ANA, BEN));
  expect(first.recognized).toEqual({ new: 2, same: 0, changed: 0 });
  const second = await send(file(ANA, BEN));
  expect(second.recognized).toEqual({ new: 0, same: 2, changed: 0 });
  expect(second.rows).toEqual([
    { row: 2, recognition: 'same', changed_fields: [], repeats_code: false },
    { row: 3, recognition: 'same', changed_fields: [], repeats_code: false },
  ]);
  expect(second.transactions).toEqual(first.transactions);
  expect(await stored()).toBe(2);
});

test('a long file that has grown is recognized to the last row, wherever its rows have moved', async () => {
  const lines = Array.from({ length: 1500 }, (_, n) => `R-${n},Ana Quillfeather,${n % 90}.00,2024-01-15`);
  await send(file(...lines));
  const { recognized, rows } = await send(file('R-new,Cleo Marsh,25.00,2024-01-17', ...lines.reverse()));
  expect(recognized).toEqual({ new: 1, same: 1500, changed: 0 });
  expect(rows.findIndex(({ recognition }) => recognition === 'new')).toBe(0);
});

test('a file that comes again while the first is read another way waits for it, or keeps it as it is', async () => {
  for (let round = 0; round < 6; round += 1) {
    const lines = Array.from(
      { length: 300 },
      (_, n) => `R-${round}-${n},Ana Quillfeather,${n}.00,2024-01-15`,
    );
    const { upload_id } = await send(file(...lines));
    const columns = [{ column_index: 3, field: 'ignore' }];
    const [corrected, again] = await Promise.all([
      app.http.put(`/uploads/${upload_id}/mapping`).set(as()).send({ columns }),
      app.http
        .post('/upload/reward-transactions')
        .set(as())
        .attach('file', file(...lines), 'rewards.csv'),
    ]);
    const counts = again.body.recognized;
    expect([corrected.status, again.status, counts]).toEqual(
      corrected.status === 200
        ? [200, 200, { new: 0, same: 0, changed: 300 }]
        : [409, 200, { new: 0, same: 300, changed: 0 }],
    );
  }
});

test('two identical redemptions in one file are two, and in the next file the same two', async () => {
  const twins = 'Ana Quillfeather,20.00,2024-01-15';
  const content = Buffer.from(`customer_name,amount,date\n${twins}\n${twins}\n`);
  expect((await send(content)).recognized).toEqual({ new: 2, same: 0, changed: 0 });
  expect((await send(content)).recognized).toEqual({ new: 0, same: 2, changed: 0 });
  expect(await stored()).toBe(2);
  const triplets = Buffer.from(`customer_name,amount,date\n${twins}\n${twins}\n${twins}\n`);
  expect((await send(triplets)).recognized).toEqual({ new: 1, same: 2, changed: 0 });
});

test('a corrected amount is a changed row: the field is named, the older version is kept as history', async () => {
  await send(file(ANA, BEN));
  const { recognized, rows, transactions } = await send(file(ANA.replace('40.00', '45.00'), BEN, CLEO));
  expect(recognized).toEqual({ new: 1, same: 1, changed: 1 });
  expect(rows[0]).toEqual({
    row: 2,
    recognition: 'changed',
    changed_fields: ['amount'],
    repeats_code: false,
  });
  expect(transactions.map(({ amount }) => amount)).toEqual([45, 60, 25]);
  expect(
    await query(`SELECT version, amount_cents, superseded_by IS NULL AS "counts" FROM transactions
                 WHERE transaction_id = 'R-1' ORDER BY version`),
  ).toEqual([
    { version: 1, amount_cents: 4000, counts: false },
    { version: 2, amount_cents: 4500, counts: true },
  ]);
  expect((await send(file(ANA.replace('40.00', '45.00')))).recognized).toEqual({
    new: 0,
    same: 1,
    changed: 0,
  });
});

test('changed fields of patients are named and never told', async () => {
  await send(file(ANA));
  const { rows } = await send(file(ANA.replace('Ana', 'Anna')));
  expect(rows[0]!.changed_fields).toEqual(['customer_name']);
  expect(JSON.stringify(rows)).not.toMatch(/Quillfeather/);
});

test('a job started from a re-import has every row once, each from the file it came with first', async () => {
  await send(file(ANA, BEN));
  const week2 = await send(file(CLEO, BEN, ANA));
  const pos = await send(file(ANA.replace('R-1', 'P-1'), BEN.replace('R-2', 'P-2')), {
    path: '/upload/pos-transactions',
  });
  const { rows } = await reconcileToEnd(app, spa, {
    reward_upload_id: week2.upload_id,
    pos_upload_id: pos.upload_id,
  });
  const rewards = rows.flatMap(({ reward_transaction }) => (reward_transaction ? [reward_transaction] : []));
  expect(rewards.map(({ transaction_id }) => transaction_id)).toEqual(['R-3', 'R-2', 'R-1']);
});

test('a row without an id is called by its line in the file at hand', async () => {
  const [ana, ben] = ['Ana Quillfeather,40.00,2024-01-15', 'Ben Okafor,60.00,2024-01-16'];
  const nameless = (...lines: string[]) => Buffer.from(`customer_name,amount,date\n${lines.join('\n')}\n`);
  await send(nameless(ana));
  const { transactions } = await send(nameless(ben, ana));
  expect(transactions.map(({ transaction_id }) => transaction_id)).toEqual(['row:1', 'row:2']);
});

test('sides and organizations know nothing of each other', async () => {
  await send(file(ANA));
  expect((await send(file(ANA), { path: '/upload/pos-transactions' })).recognized.new).toBe(1);
  const other = await app.createOrganization();
  expect((await send(file(ANA), { of: other })).recognized.new).toBe(1);
});

test('of five equal files at once each row is new in one', async () => {
  const uploads = await Promise.all(Array.from({ length: 5 }, () => send(file(ANA, BEN, CLEO))));
  expect(uploads.map(({ recognized }) => recognized.new).sort()).toEqual([0, 0, 0, 0, 3]);
  expect(await stored()).toBe(3);
});

describe('a preview', () => {
  test('tells what would become of each row and writes none', async () => {
    await send(file(ANA, BEN));
    const body = await preview(file(ANA.replace('40.00', '45.00'), BEN, CLEO));
    expect(body).toMatchObject({ is_preview: true, recognized: { new: 1, same: 1, changed: 1 } });
    expect(body.rows.map(({ changed_fields }) => changed_fields)).toEqual([['amount'], [], []]);
    expect(body.transactions).toHaveLength(3);
    expect(await stored()).toBe(2);
    const { body: listed } = await app.http.get('/uploads').set(as('viewer')).expect(200);
    expect(listed.total_returned).toBe(1);
    const { body: again } = await app.http.get(`/uploads/${body.upload_id}`).set(as('viewer')).expect(200);
    expect(again).toEqual(body);
  });

  test('is written once it is confirmed, however often', async () => {
    const { upload_id } = await preview(file(ANA, BEN));
    const { body } = await confirm(upload_id).expect(200);
    expect(body).toMatchObject({ is_preview: false, recognized: { new: 2, same: 0, changed: 0 } });
    expect((await confirm(upload_id).expect(200)).body).toEqual(body);
    expect(await stored()).toBe(2);
  });

  test('is recognized anew when it is confirmed', async () => {
    const { upload_id } = await preview(file(ANA, BEN));
    await send(file(ANA));
    const { body } = await confirm(upload_id).expect(200);
    expect(body.recognized).toEqual({ new: 1, same: 1, changed: 0 });
  });

  test('is nothing a job can use', async () => {
    const { upload_id } = await preview(file(ANA));
    const { body } = await app.http
      .post('/reconcile/start')
      .set(as('manager'))
      .send({ reward_upload_id: upload_id, pos_transactions: [{ amount: 40 }] })
      .expect(409);
    expect(body).toMatchObject({
      code: 'upload.not_confirmed',
      errors: [{ field: 'reward_upload_id', message: 'is a preview: confirm it first' }],
    });
  });

  test('with its mapping corrected is shown anew, and confirmed as corrected', async () => {
    const content = Buffer.from(
      'transaction_id,customer_name,amount,date,Net\nR-1,Ana Lee,40,2024-01-15,35\n',
    );
    const { mapping, upload_id } = await preview(content);
    const columns = mapping.columns.map(({ column, column_index }) => ({
      column_index,
      field: column === 'Net' ? 'amount' : column === 'amount' ? 'ignore' : column,
    }));
    const { body } = await app.http
      .put(`/uploads/${upload_id}/mapping`)
      .set(as())
      .send({ columns })
      .expect(200);
    expect(body).toMatchObject({ is_preview: true, transactions: [{ amount: 35 }] });
    expect(await stored()).toBe(0);
    const { body: confirmed } = await confirm(upload_id).expect(200);
    expect(confirmed.transactions).toMatchObject([{ amount: 35 }]);
  });

  test('without amounts waits for its mapping before it can be confirmed', async () => {
    const { upload_id } = await preview(Buffer.from('Guest,Given\nAna Lee,seven\nBen Ray,nine\n'));
    const { body } = await confirm(upload_id).expect(422);
    expect(body.code).toBe('upload.no_amount_column');
  });

  test('and its confirmation are in the audit log, as counts', async () => {
    const { upload_id } = await preview(file(ANA));
    await confirm(upload_id).expect(200);
    const { body } = await app.http.get('/audit?limit=2').set(spa.members.admin.authorization);
    expect(
      body.events.map(({ action, detail }: { action: string; detail: object }) => [action, detail]),
    ).toEqual([
      ['upload.created', { side: 'reward', transactions: 1, skipped: 0, new: 1, same: 0, changed: 0 }],
      ['upload.previewed', { side: 'reward', transactions: 1, skipped: 0, new: 1, same: 0, changed: 0 }],
    ]);
  });
});

describe('a corrected mapping', () => {
  const columns = [
    { column_index: 0, field: 'transaction_id' },
    { column_index: 1, field: 'customer_name' },
    { column_index: 2, field: 'amount' },
    { column_index: 3, field: 'ignore' },
  ];
  const correct = (uploadId: string) =>
    app.http.put(`/uploads/${uploadId}/mapping`).set(as()).send({ columns });

  test('gives back what its first reading had replaced', async () => {
    await send(file(ANA, BEN));
    const { upload_id } = await send(file(ANA.replace('40.00', '45.00')));
    const { body } = await correct(upload_id).expect(200);
    expect(body.rows).toEqual([
      { row: 2, recognition: 'changed', changed_fields: ['amount', 'date'], repeats_code: false },
    ]);
    expect(await stored()).toBe(3);
  });

  test('is refused once a later upload stands for its rows', async () => {
    const { upload_id } = await send(file(ANA, BEN));
    await send(file(BEN));
    const { body } = await correct(upload_id).expect(409);
    expect(body.code).toBe('upload.in_use');
  });
});

test('no digest in the database is one that somebody without the secret could make', async () => {
  const name = `Ana ${randomUUID()}`;
  await send(Buffer.from(`customer_name,amount\n${name},40\n`));
  const columns = await query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE column_name ~ 'sha256'`,
  );
  expect(columns).toEqual([]);
  const [secret] = await query<{ secret: string }>('SELECT secret FROM recognition_secrets');
  expect(secret!.secret).toMatch(/^gAAAA/);
});
