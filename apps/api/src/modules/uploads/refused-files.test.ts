// What cannot be read is refused in words: a row, a file, or the form around it; and never in words of a patient.
import { app, file, HEADER, rowsIn, SARAH, send, setUpUploads, spa } from './testing/rewards-file.ts';

setUpUploads();

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
