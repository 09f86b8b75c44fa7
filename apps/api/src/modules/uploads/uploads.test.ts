// A file comes in: what is answered, what is kept of it, and who sees it afterwards.
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TransactionWire, UploadResponseWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { app, file, get, HEADER, SARAH, send, setUpUploads, spa } from './testing/rewards-file.ts';

setUpUploads();

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

test('text of an old Windows program keeps its accents', async () => {
  const content = Buffer.from(`${HEADER}\r\nR-1,Zoë Müller,,Juvéderm,40,2024-01-15\r\n`, 'latin1');
  const { body } = await send(content).expect(200);
  expect(body.transactions[0]).toMatchObject({ customer_name: 'Zoë Müller', service: 'Juvéderm' });
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

test('a patient that was moved to another row is told as our error, before a word of the file goes out', async () => {
  const { body } = await send(file(HEADER, SARAH, 'R-2,Ana Lee,,Botox,40,2024-01-16')).expect(200);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query(
      'UPDATE transactions t SET patient = o.patient FROM transactions o WHERE o.id <> t.id',
    ),
  );
  const answer = await get(`/uploads/${body.upload_id}`).expect(500);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body.code).toBe('internal.error');
});
