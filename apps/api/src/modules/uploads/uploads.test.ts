import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TransactionWire, UploadResponseWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ environment: { MAX_UPLOAD_MB: '2' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const HEADER = 'transaction_id,customer_name,customer_phone,service,amount,date';
const SARAH = 'R-1,Sarah Johnson,(555) 123-4567,Botox Treatment,450.00,2024-01-15';
const file = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);

const send = (content: Buffer, filename = 'rewards.csv', path = '/upload/reward-transactions') =>
  app.http.post(path).set(spa.members.reviewer.authorization).attach('file', content, filename);
const get = (path: string, organization = spa) =>
  app.http.get(path).set(organization.members.viewer.authorization);
const correct = (uploadId: string, columns: object[], more = {}) =>
  app.http
    .put(`/uploads/${uploadId}/mapping`)
    .set(spa.members.reviewer.authorization)
    .send({ columns, ...more });

const rowsIn = (table: string): Promise<number> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const [row] = await currentEntityManager().query(`SELECT count(*)::int AS n FROM ${table}`);
    return row.n;
  });

test('a file comes back as transactions, with how its columns were read', async () => {
  const { body } = await send(file(HEADER, SARAH)).expect(200);
  expect(UploadResponseWire.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    message: '1 transactions read.',
    filename: 'rewards.csv',
    side: 'reward',
    transactions_count: 1,
    skipped: [],
  });
  expect(body.transactions).toEqual([
    {
      transaction_id: 'R-1',
      customer_name: 'Sarah Johnson',
      customer_phone: '(555) 123-4567',
      service: 'Botox Treatment',
      amount: 450,
      date: '2024-01-15',
    },
  ]);
  expect(body.mapping.columns[1]).toMatchObject({ column: 'customer_name', field: 'customer_name' });
});

test('all transactions of a long file come back in its order', async () => {
  const lines = Array.from({ length: 4500 }, (_, n) => `R-${n},Sarah Johnson,,Botox,${n % 100},2024-01-15`);
  const { body } = await send(file(HEADER, ...lines)).expect(200);
  expect(body.transactions_count).toBe(4500);
  expect(body.transactions.map(({ transaction_id }: TransactionWire) => transaction_id)).toEqual(
    lines.map((_, n) => `R-${n}`),
  );
});

test('nothing of a file stays on the disk outside of the database', async () => {
  await send(file(HEADER, SARAH)).expect(200);
  await send(Buffer.from('')).expect(422);
  const incoming = () => readdirSync(app.platform.config.http.incomingDir);
  for (let turn = 0; turn < 50 && incoming().length > 0; turn += 1) await sleep(20);
  expect(incoming()).toEqual([]);
});

test('only the last part of a filename is kept', async () => {
  const { body } = await send(file(HEADER, SARAH), '../../etc/Allē März.csv').expect(200);
  expect(body.filename).toBe('Allē März.csv');
});

describe('rows that cannot be read', () => {
  test('are all reported with row, column and reason, and the good ones are kept', async () => {
    const { body } = await send(
      file(
        HEADER,
        SARAH,
        'R-2,Emily Davis,,Botox,50,31/02/2024',
        'R-3,Mia Chen,,Botox,lots,2024-01-16',
        SARAH,
      ),
    );
    expect(body.transactions_count).toBe(2);
    expect(body.message).toBe('2 transactions read, 2 rows skipped.');
    expect(body.skipped).toMatchObject([
      { row: 3, column: 'date' },
      { row: 4, column: 'amount' },
    ]);
  });

  test('never repeat what a cell says', async () => {
    const { text } = await send(file(HEADER, 'R-2,Emily Davis,,Botox,secret,31/02/2024')).expect(422);
    expect(text).not.toMatch(/Emily|secret/);
    expect(JSON.parse(text)).toMatchObject({
      code: 'upload.no_rows',
      errors: [{ field: 'row 2, column date' }],
    });
  });

  test('do not include negative amounts, which are refunds', async () => {
    const { body } = await send(file(HEADER, 'R-2,Emily Davis,,Botox,-45.00,2024-01-16')).expect(200);
    expect(body.transactions).toMatchObject([{ amount: 45, type: 'refund' }]);
  });
});

test('text of an old Windows program keeps its accents', async () => {
  const content = Buffer.from(`${HEADER}\r\nR-1,Zoë Müller,,Juvéderm,40,2024-01-15\r\n`, 'latin1');
  const { body } = await send(content).expect(200);
  expect(body.transactions[0]).toMatchObject({ customer_name: 'Zoë Müller', service: 'Juvéderm' });
});

test('a file with more bad rows than are listed says how many are left out', async () => {
  const rows = Array.from({ length: 1002 }, () => 'R-2,Emily Davis,,Botox,secret,2024-01-15');
  const { body } = await send(file(HEADER, ...rows)).expect(422);
  expect(body.errors).toHaveLength(1001);
  expect(body.errors.at(-1)).toEqual({
    field: 'file',
    message: 'has 2 more bad rows; only the first 1000 are listed',
  });
});

describe('a file that is no table of transactions', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const SNAPSHOT =
    'Name,Email,Phone Number,Total Point Balance,Points expiring (within 30 days),Nearest Point Expiration Date';

  test.each([
    ['a picture named .csv', PNG, 415, 'upload.not_tabular'],
    ['an empty file', Buffer.alloc(0), 422, 'upload.empty'],
    ['a header without rows', file(HEADER), 422, 'upload.no_rows'],
    ['a million commas', Buffer.from(','.repeat(1_000_000)), 422, 'upload.too_wide'],
    ['a balance snapshot', file(SNAPSHOT, 'Ana Lee,a@b.test,,400,0,01/02/2025'), 422, 'upload.snapshot'],
    ['a quote that never closes', file(HEADER, SARAH, 'R-2,"Emily'), 422, 'upload.unreadable'],
  ])('%s is refused in words', async (_what, content, status, code) => {
    const { body, text } = await send(content, 'Jane Roe 555-010-7777.csv').expect(status);
    expect(body.code).toBe(code);
    expect(body.detail).toMatch(/^The rewards file/);
    expect(body.errors).toHaveLength(1);
    expect(text).not.toMatch(/Jane|Roe|7777/);
  });

  test('is named by its side, for its own name may be a patient’s', async () => {
    const named = await send(PNG, 'Jane Roe.csv', '/upload/pos-transactions').expect(415);
    expect(named.body.detail).toMatch(/^The POS file is /);
    const unreadable = await send(file(HEADER, SARAH.replace('2024-01-15', 'soon')), 'Jane Roe.csv').expect(
      422,
    );
    expect(unreadable.text).not.toContain('Jane');
  });

  test('leaves nothing behind, however far its reading came', async () => {
    const good = Array.from({ length: 2500 }, () => SARAH);
    const { body } = await send(file(HEADER, ...good, 'R-2,"Emily')).expect(422);
    expect(body.errors[0].field).toBe('row 2502, column 2');
    for (const table of ['uploads', 'transactions', 'upload_chunks']) expect(await rowsIn(table)).toBe(0);
  });
});

describe('a form', () => {
  const post = () => app.http.post('/upload/pos-transactions').set(spa.members.reviewer.authorization);

  test('without a file names the field that is missing', async () => {
    const { body } = await post().field('other', 'x').expect(422);
    expect(body.errors).toMatchObject([{ field: 'file' }]);
  });

  test('with the file under another name is refused', async () => {
    const { body } = await post().attach('rewards', file(HEADER, SARAH), 'rewards.csv').expect(422);
    expect(body.errors).toMatchObject([{ field: 'rewards' }]);
  });

  test('that breaks off is refused as malformed', async () => {
    const { body } = await post()
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf')
      .expect(400);
    expect(body.code).toBe('request.malformed');
  });

  test('with a file over the limit is refused, announced or not', async () => {
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, 'x');
    const { body } = await post().attach('file', large, 'large.csv').expect(413);
    expect(body).toMatchObject({ code: 'request.too-large', errors: [{ field: 'file' }] });
    const { status } = await post().attach('file', Buffer.alloc(4 * 1024 * 1024), 'huge.csv');
    expect(status).toBe(413);
  });

  test('of a viewer is refused: auditors read', async () => {
    await app.http
      .post('/upload/pos-transactions')
      .set(spa.members.viewer.authorization)
      .attach('file', file(HEADER, SARAH), 'pos.csv')
      .expect(403);
  });
});

describe('a corrected mapping', () => {
  const UNCLEAR = 'Ref,Who,Seen,Amount A,Amount B';
  const ROW = '7,Sarah Johnson,2024-01-15,10.00,40.00';

  test('reads the stored file again and replaces its transactions', async () => {
    const { body: first } = await send(file(UNCLEAR, ROW)).expect(200);
    const { body } = await correct(first.upload_id, [
      { column_index: 1, field: 'customer_name' },
      { column_index: 2, field: 'date' },
      { column_index: 3, field: 'ignore' },
      { column_index: 4, field: 'amount' },
    ]).expect(200);
    expect(body.upload_id).toBe(first.upload_id);
    expect(body.transactions).toMatchObject([
      { customer_name: 'Sarah Johnson', amount: 40, date: '2024-01-15' },
    ]);
    expect(await rowsIn('transactions')).toBe(1);
    expect((await get(`/uploads/${first.upload_id}`)).body).toEqual(body);
  });

  test('may say which number of a date is the month', async () => {
    const { body: first } = await send(file(HEADER, 'R-1,Sarah Johnson,,Botox,40,03/04/2024')).expect(200);
    expect(first.mapping.date_order).toBe('ambiguous');
    const columns = [{ column_index: 5, field: 'date' }];
    const { body } = await correct(first.upload_id, columns, { date_order: 'dmy' }).expect(200);
    expect(body.transactions[0].date).toBe('2024-04-03');
  });

  test('that does not fit the file changes nothing', async () => {
    const { body: first } = await send(file(HEADER, SARAH)).expect(200);
    const { body } = await correct(first.upload_id, [{ column_index: 40, field: 'amount' }]).expect(422);
    expect(body.code).toBe('upload.bad_mapping');
    expect((await get(`/uploads/${first.upload_id}`)).body.transactions).toEqual(first.transactions);
  });

  test('of another organization’s upload finds nothing', async () => {
    const { body: first } = await send(file(HEADER, SARAH)).expect(200);
    spa = await app.createOrganization();
    await correct(first.upload_id, [{ column_index: 4, field: 'amount' }]).expect(404);
  });
});

describe('a file of an unknown layout', () => {
  const DAYS = ['Sarah Johnson,2026-10-05,4 units', 'Ana Reyes,2026-10-13,6 units'];

  test('is read by what its cells look like, and not called sure', async () => {
    const { body } = await send(file('Guest,Rcvd,Day', 'Sarah Johnson,40.00,2026-10-05')).expect(200);
    expect(body.transactions).toEqual([
      { transaction_id: 'row:1', customer_name: 'Sarah Johnson', amount: 40, date: '2026-10-05' },
    ]);
    expect(body.mapping.confidence).toBeLessThan(0.8);
  });

  test('waits with its mapping when no column looks like amounts', async () => {
    const { body } = await send(file('Guest,Day,Given', ...DAYS)).expect(200);
    expect(UploadResponseWire.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      message: 'Choose the column that holds the amount.',
      transactions_count: 0,
      transactions: [],
      skipped: [],
      mapping: { confidence: 0 },
    });
    expect(body.mapping.columns.map(({ field }: { field: string }) => field)).toEqual([
      'customer_name',
      'date',
      'ignore',
    ]);
    expect((await get(`/uploads/${body.upload_id}`).expect(200)).body).toEqual(body);
  });

  test('is read once a person has chosen the column', async () => {
    const { body: waiting } = await send(file('Guest,Day,Given', 'Ana Reyes,2026-10-13,7')).expect(200);
    expect(waiting.transactions_count).toBe(0);
    const { body } = await correct(waiting.upload_id, [{ column_index: 2, field: 'amount' }]).expect(200);
    expect(body).toMatchObject({
      message: '1 transactions read.',
      transactions: [{ customer_name: 'Ana Reyes', amount: 7, date: '2026-10-13' }],
    });
  });

  test('keeps waiting when the chosen column holds no sums, and says in which rows', async () => {
    const { body: waiting } = await send(file('Guest,Day,Given', ...DAYS)).expect(200);
    const { body } = await correct(waiting.upload_id, [{ column_index: 2, field: 'amount' }]).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'row 2, column Given',
      'row 3, column Given',
    ]);
    expect((await get(`/uploads/${waiting.upload_id}`).expect(200)).body).toEqual(waiting);
  });

  test('waits again when the amount is taken away', async () => {
    const { body: first } = await send(file(HEADER, SARAH)).expect(200);
    const { body } = await correct(first.upload_id, [{ column_index: 4, field: 'ignore' }]).expect(200);
    expect(body).toMatchObject({ transactions_count: 0, mapping: { confidence: 0 } });
    expect(await rowsIn('transactions')).toBe(0);
  });
});

test('files are listed newest first, to their organization only', async () => {
  await send(file(HEADER, SARAH), 'first.csv').expect(200);
  await send(file(HEADER, SARAH, SARAH), 'second.csv', '/upload/pos-transactions').expect(200);
  const { body } = await get('/uploads').expect(200);
  expect(body).toMatchObject({
    uploads: [
      { filename: 'second.csv', side: 'pos', transactions_count: 2, skipped_count: 0 },
      { filename: 'first.csv', side: 'reward', transactions_count: 1 },
    ],
    total_returned: 2,
  });
  expect((await get('/uploads?limit=1').expect(200)).body.uploads).toHaveLength(1);
  const other = await app.createOrganization();
  expect((await get('/uploads', other).expect(200)).body.uploads).toEqual([]);
  await get(`/uploads/${body.uploads[0].upload_id}`, other).expect(404);
});

test.each([
  '/uploads?limit=0',
  '/uploads?limit=9999',
  '/uploads?limit=x',
  '/uploads/not-an-id',
])('%s names the parameter that is wrong', async (path) => {
  const { body } = await get(path).expect(422);
  expect(body.errors[0].field).toBe(path.includes('limit') ? 'limit' : 'upload_id');
});

test('ingested transactions are counted, nothing about them', async () => {
  await send(file(HEADER, SARAH)).expect(200);
  const { text } = await app.http.get('/metrics').expect(200);
  expect(text).toMatch(/transactions_ingested_total\{source="file"\} \d+/);
  expect(text).not.toMatch(/Sarah/);
});
