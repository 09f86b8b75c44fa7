// What is no table of transactions is refused as a whole, with a code and words that quote no cell.
import { HEADER, read, refused } from './testing/read-text.ts';

describe('a file as a whole is refused with a code and words', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500, 7)]);
  const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(500, 7)]);
  const xls = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500, 7)]);

  test.each([
    ['a PNG named .csv', png, 'upload.not_tabular', 'PNG'],
    ['a ZIP named .csv', zip, 'upload.not_tabular', 'ZIP'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'upload.not_tabular', 'PDF'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 256)),
      'upload.not_tabular',
      'not text',
    ],
    ['JSON', '[{"amount": 1}]', 'upload.not_tabular', 'JSON'],
    ['an old .xls', xls, 'upload.unreadable', 'Excel 97'],
    ['an HTML report named .xls', '<html><table><tr><td>Amount', 'upload.unreadable', 'web page'],
    ['an empty file', '', 'upload.empty', 'empty'],
    ['blank lines', ' \n\r\n\n', 'upload.empty', 'empty'],
    ['blank cells', ',,,\n,,,\n', 'upload.empty', 'empty'],
    ['a header only', HEADER, 'upload.no_rows', 'no rows'],
    ['no amount', 'Name,Date\nSarah,01/15/2024\n', 'upload.no_amount_column', 'amounts'],
    ['no header', '1,40.00,01/15/2024\n2,20.00,01/16/2024\n', 'upload.no_header', 'header'],
    ['prose', 'Dear all,\nplease find nothing attached.\n', 'upload.no_header', 'header'],
  ])('%s', async (_what, content, code, words) => {
    const error = await refused(content);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(error?.message).toContain('file.csv');
  });

  test('a million commas', async () => {
    expect(await refused(`${HEADER}${','.repeat(1_000_000)}\n`)).toMatchObject({
      code: 'upload.too_wide',
      row: 2,
    });
    expect(await refused(','.repeat(1_000_000))).toMatchObject({ code: 'upload.too_wide', row: 1 });
  });

  test('a row of endless text that is all there is', async () => {
    expect(await refused(`${HEADER}${'x'.repeat(2_000_000)}\n`)).toMatchObject({
      code: 'upload.too_long_row',
      row: 2,
    });
  });

  test('a quote that is never closed', async () => {
    expect(await refused(`${HEADER}1,Sarah,40,2024-01-15\n2,"Emily,20,2024-01-16\n`)).toMatchObject({
      code: 'upload.unreadable',
      row: 3,
      column: 'column 2',
    });
  });

  test('one row more than allowed', async () => {
    const content = `${HEADER}1,A,1,\n2,B,1,\n3,C,1,\n`;
    await expect(read(content, { limits: { rows: 2 } })).rejects.toMatchObject({
      code: 'upload.too_many_rows',
      row: 4,
    });
    await expect(read(content, { limits: { rows: 3 } })).resolves.toMatchObject({ totalRows: 3 });
  });

  test('a workbook where none can be read', async () => {
    expect(await refused(zip, 'file.xlsx')).toMatchObject({ code: 'upload.unreadable' });
  });
});

describe('a file whose amounts nobody can find', () => {
  const content = `Name,Visit,Phone\n${'Sarah Johnson,01/15/2024,555-123-4567\n'.repeat(3)}`;

  test('is refused with the columns it has', async () => {
    const error = await refused(content);
    expect(error).toMatchObject({ code: 'upload.no_amount_column', row: 1 });
    expect(error?.message).toContain('“Name”, “Visit”, “Phone”;');
    const wide = `${Array.from({ length: 30 }, () => 'Note').join()}\n${',x'.repeat(29)}\n`;
    expect((await refused(wide))?.message).toContain('“Note (20)” and 10 more;');
  });

  test.each([
    ['names', 'Mary Secretperson,Botox,Alle,Main Clinic\nJohn Hiddenname,Botox,Alle,Main Clinic\n'],
    [
      'labels and values',
      'Patient Mary Secretperson,DOB 1980-01-01,Phone 555-201-0009,Amount due\nJo,x,y,z\n',
    ],
    ['words of headers', 'Mary Secretperson,Botox Cosmetic,Alle,Date night\nJane Hid,Botox,Alle,Main\n'],
  ])('and has no header is refused for that, and none of its cells is quoted: %s', async (_what, rows) => {
    expect(await refused(rows)).toMatchObject({
      code: 'upload.no_header',
      message: 'file.csv: no header row found; the first row of the table must name its columns.',
    });
  });

  test('is told of by the headers that are known, the others by their count', async () => {
    const error = await refused('Guest,Mary Secretperson,Given\nJohn Hiddenname,Botox,6 units\n');
    expect(error?.message).toContain('The file has “Guest”, “Given” and 1 more;');
  });

  test('yields its mapping and no row when a person can correct it', async () => {
    const { mapping, transactions, skipped, totalRows } = await read(content, { isCorrectable: true });
    expect({ transactions, skipped, totalRows }).toEqual({ transactions: [], skipped: [], totalRows: 3 });
    expect(mapping.columns.map(({ field }) => field)).toEqual(['customer_name', 'date', 'customer_phone']);
    expect(mapping.confidence).toBe(0);
  });

  test('is still refused when it has no rows', async () => {
    await expect(read('Name,Visit\n', { isCorrectable: true })).rejects.toMatchObject({
      code: 'upload.no_rows',
    });
  });
});
