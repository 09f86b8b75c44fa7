// A person says what the columns of a file are: where the reading was wrong, and where it could not be done.
import { UploadResponseWire } from '@medspasync/schemas';
import {
  app,
  correct,
  file,
  get,
  HEADER,
  rowsIn,
  SARAH,
  send,
  setUpUploads,
} from './testing/rewards-file.ts';

setUpUploads();

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
    const other = await app.createOrganization();
    await correct(first.upload_id, [{ column_index: 4, field: 'amount' }], {}, other).expect(404);
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
