// The importer over whole files: what it detects, and what it answers to bad input.
import { type ImportOptions, importTransactions } from './index.ts';
import { memorySource } from './testing/memory-source.ts';

const read = (content: string | Uint8Array, options: Partial<ImportOptions> = {}, filename = 'file.csv') =>
  importTransactions(memorySource(content, filename), { side: 'reward', ...options });

const refused = (content: string | Uint8Array, filename = 'file.csv') =>
  read(content, {}, filename).then(
    () => undefined,
    (error: { code: string; message: string; row?: number; column?: string }) => error,
  );

const HEADER = 'transaction_id,customer_name,amount,date\n';

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

describe('bad rows are skipped with all their reasons, good rows are kept', () => {
  test('a day that does not exist, a sum that is none, and both at once', async () => {
    const { transactions, rows, skipped, totalRows } = await read(
      `${HEADER}R-1,Sarah Johnson,40,01/15/2024\nR-2,Emily Davis,40,31/02/2024\nR-3,Ana Lee,forty,02/30/2024\n` +
        'R-4,Bo Lee,,01/16/2024\nR-5,Cy Lee,20,01/17/2024\n',
    );
    expect(transactions.map(({ transactionId }) => transactionId)).toEqual(['R-1', 'R-5']);
    expect(rows).toEqual([2, 6]);
    expect(totalRows).toBe(5);
    expect(skipped).toEqual([
      { row: 3, column: 'date', reason: 'is not a day of the calendar' },
      { row: 4, column: 'date', reason: 'date is not a day of the calendar; amount is not a sum of money' },
      { row: 5, column: 'amount', reason: 'is blank' },
    ]);
  });

  test('a row of a million commas, and one of two megabytes, between good ones', async () => {
    const { transactions, skipped, totalRows } = await read(
      `${HEADER}R-1,A,40,\n${','.repeat(1_000_000)}\nR-3,C,20,\n${'x'.repeat(2_000_000)}\n,E,10,\n`,
    );
    expect(transactions.map(({ transactionId }) => transactionId)).toEqual(['R-1', 'R-3', 'row:5']);
    expect(totalRows).toBe(5);
    expect(skipped).toEqual([
      { row: 3, reason: '1000001 columns, more than the 256 allowed' },
      { row: 5, reason: 'longer than the 1048576 characters allowed' },
    ]);
  });

  test('no reason repeats what a cell says', async () => {
    const { skipped } = await read(`${HEADER}R-1,Sarah,secret-sum,secret-day\nR-2,B,1,\n`);
    expect(JSON.stringify(skipped)).not.toContain('secret');
  });

  test('no reason names a column by a first row that is no header', async () => {
    const { mapping, skipped } = await read(
      'Mary Secretperson,Botox\nJohn,45.00\nJane,46.00\nJill,47.00\nJo,TBD\nJ,48.00\n',
    );
    expect(skipped).toEqual([{ row: 5, column: 'column 2', reason: 'is not a sum of money' }]);
    expect(mapping.notices).toEqual([
      'row 1 was taken for the header, though none of its cells is a known name of a column',
    ]);
  });

  test('a column called the date or the amount is read however many of its cells are bad', async () => {
    const days = await read(
      'Member Name,Amount,Redemption Date\nAnn,45,02/10/2024\nBea,46,02/30/2024\nCyd,47,TBD\n',
    );
    expect(days.transactions).toMatchObject([{ date: '2024-02-10' }]);
    expect(days.skipped).toEqual([
      { row: 3, column: 'Redemption Date', reason: 'is not a day of the calendar' },
      { row: 4, column: 'Redemption Date', reason: 'is not a day of the calendar' },
    ]);
    const sums = await read('Member Name,Amount\nAnn,TBD\nBea,TBD\nCyd,45.00\n');
    expect(sums.skipped).toEqual([
      { row: 2, column: 'Amount', reason: 'is not a sum of money' },
      { row: 3, column: 'Amount', reason: 'is not a sum of money' },
    ]);
    expect((await read('Member Name,Amount\nAnn,abc\n')).skipped).toHaveLength(1);
  });

  test('a sum in thousandths could be one in thousands, and an error of a spreadsheet is called one', async () => {
    const { skipped, transactions } = await read(
      `${HEADER}R-1,A,12.345,\nR-2,B,#DIV/0!,\nR-3,#N/A,5,\nR-4,D,6,#REF!\nR-5,E,"1,234.567",\n`,
    );
    expect(transactions).toMatchObject([{ transactionId: 'R-3' }, { amountCents: 123_457 }]);
    expect(transactions[0]!.customerName).toBeUndefined();
    expect(skipped).toEqual([
      { row: 2, column: 'amount', reason: 'has three decimals: thousands, or parts of a cent?' },
      { row: 3, column: 'amount', reason: 'holds an error of the spreadsheet, such as #DIV/0!' },
      { row: 5, column: 'date', reason: 'holds an error of the spreadsheet, such as #DIV/0!' },
    ]);
  });

  test('a row shifted by an unquoted comma is not guessed at', async () => {
    const { transactions, skipped } = await read(
      `${HEADER}R-1,Johnson, Sarah,40,01/15/2024\nR-2,B,20,01/15/2024,,\n`,
    );
    expect(transactions).toHaveLength(1);
    expect(skipped).toEqual([{ row: 2, reason: expect.stringContaining('5 cells where the header has 4') }]);
  });

  test('a name of a megabyte is refused by its row, not truncated', async () => {
    const { skipped } = await read(`${HEADER}R-1,${'x'.repeat(900_000)},40,\nR-2,B,20,\n`);
    expect(skipped).toEqual([{ row: 2, column: 'customer_name', reason: 'is longer than 300 characters' }]);
  });

  test('cells of a megabyte made to be slow to read are answered like any other', async () => {
    const slow = [
      ' 1'.repeat(400_000),
      '1 '.repeat(400_000),
      `1:1${' '.repeat(800_000)}x`,
      '(1'.repeat(400_000),
    ];
    const header = 'transaction_id,customer_name,amount,date,notes,payment_method\n';
    const rows = slow.map((cell, n) => `R-${n},A,${cell},${cell},${cell},alle ${cell}\n`).join('');
    const limits = { rowCharacters: 8_000_000 };
    const { skipped } = await read(`${header}${rows}R-9,B,20,,,\n`, { limits });
    expect(skipped.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });

  test('a negative amount is a refund of the positive one', async () => {
    const { transactions } = await read(`${HEADER}R-1,A,-40.00,\nR-2,B,(20),\n`);
    expect(transactions).toMatchObject([
      { amountCents: 4000, type: 'refund' },
      { amountCents: 2000, type: 'refund' },
    ]);
  });

  test('an amount beyond ten million dollars was misread', async () => {
    const { transactions, skipped } = await read(`${HEADER}R-1,A,9999999.99,\nR-2,B,10000000,\n`);
    expect(transactions).toHaveLength(1);
    expect(skipped).toMatchObject([{ row: 3, column: 'amount' }]);
  });

  test('totals, notes and repeated headers are named but not counted', async () => {
    const { skipped, totalRows } = await read(
      `${HEADER}R-1,Total Wellness,40,01/15/2024\n${HEADER}Page 1 of 2,,,\nR-2,B,20,01/16/2024\nGrand Total,,60,\n`,
    );
    expect(totalRows).toBe(2);
    expect(skipped.map(({ row }) => row)).toEqual([3, 4, 6]);
  });
});

describe('points stand for dollars only where it is known whose points they are', () => {
  const rows = 'Ana Lee,01/15/2024,400\n';
  const amounts = async (content: string, filename?: string) =>
    (await read(content, {}, filename)).transactions.map(({ amountCents }) => amountCents);

  test('a points column of no program is skipped with the reason, not taken for Allē’s', async () => {
    expect(await read(`Patient Name,Date,Points Redeemed\n${rows}`)).toMatchObject({
      transactions: [],
      skipped: [
        {
          row: 2,
          column: 'Points Redeemed',
          reason: 'counts points, and neither the row nor the file says of which program',
        },
      ],
    });
    expect(await amounts('Patient Name,Date,Amount\nAna Lee,01/15/2024,400 pts\n')).toEqual([]);
  });

  test('the header, the name of the file, the program or the item of the row may say Allē', async () => {
    expect(await amounts(`Patient Name,Date,Allē Points Redeemed\n${rows}`)).toEqual([4_000]);
    expect(await amounts(`Patient Name,Date,Points Redeemed\n${rows}`, 'alle_march.csv')).toEqual([4_000]);
    expect(
      await amounts('Patient Name,Date,Points Redeemed,Program\nA,01/15/2024,400,Alle\nB,01/15/2024,400,\n'),
    ).toEqual([4_000]);
    expect(await amounts('Patient Name,Item,Points Redeemed\nA,Allē Rewards,400\nB,Facial,400\n')).toEqual([
      4_000,
    ]);
  });

  test('points of a program without a value per point are not dollars', async () => {
    const { skipped } = await read(`Patient Name,Date,Aspire Points Redeemed\n${rows}`);
    expect(skipped).toMatchObject([{ reason: expect.stringContaining('no dollar value') }]);
  });
});

describe('what was decided for a file is said', () => {
  const notices = async (content: string) => (await read(content)).mapping.notices;

  test('a file that leaves no choice has nothing to say', async () => {
    expect(await notices(`${HEADER}R-1,A,1,01/15/2024\n`)).toEqual([]);
  });

  test('dates that contradict each other, and dates that fit both orders', async () => {
    const days = (...all: string[]) => notices(HEADER + all.map((day, n) => `R-${n},A,1,${day}\n`).join(''));
    expect(await days('17/02/2024', '02/18/2024', '05/02/2024')).toEqual([
      'dates contradict each other: 1 can only be month first, 1 can only be day first; all were read month first',
    ]);
    expect(await days('17/02/2024', '18/02/2024', '02/18/2024')).toEqual([
      'dates contradict each other: 1 can only be month first, 2 can only be day first; all were read day first',
    ]);
    expect(await days('12 Feb 2024', '02/18/2024')).toEqual([]);
    expect(await days('03/04/2024')).toEqual(['dates were read month first; nothing in the file says so']);
  });

  test('two columns of one name, and a column that is not read as what it is called', async () => {
    expect(await notices('Name,Amount,Amount,Date,Date\nAnn,45,99,02/20/2024,03/20/2024\n')).toEqual([
      'columns 2 and 3 have the same name; the amount was read from column 2',
      'columns 4 and 5 have the same name; the date was read from column 4',
    ]);
    expect(await notices('Name,Amount,Redemption Date,Created\nAnn,45,TBD,02/20/2024\n')).toEqual([
      '“Redemption Date” was not read as the date: few cells of it are one; “Created” was read instead',
    ]);
    expect(await notices('Name,Amount,Sold On\nAnn,45,TBD\n')).toEqual([
      '“Sold On” was not read as the date: no cell of it is one',
    ]);
  });
});

describe('the shape of the file is found out', () => {
  const names = async (content: string | Uint8Array) =>
    (await read(content)).transactions.map(({ customerName }) => customerName);

  test('NUL bytes inside a cell vanish', async () => {
    expect(await names(`${HEADER}R-1,Sa\0rah,40,\n`)).toEqual(['Sarah']);
  });

  test('Windows-1252, UTF-16 and a byte order mark', async () => {
    expect(await names(Buffer.from(`${HEADER}R-1,José,40,\n`, 'latin1'))).toEqual(['José']);
    expect(await names(Buffer.from(`\ufeff${HEADER}R-1,Zoë,40,\n`, 'utf16le'))).toEqual(['Zoë']);
    expect(await names(`\ufeff${HEADER}R-1,Zoë,40,\n`)).toEqual(['Zoë']);
  });

  test('CR-only line ends, and a quoted line break that does not shift the row numbers', async () => {
    const { rows, transactions } = await read(
      `${HEADER}R-1,"Sarah\nJohnson",40,\n\nR-2,B,20,\n`.replaceAll('\n', '\r'),
    );
    expect(transactions.map(({ customerName }) => customerName)).toEqual(['Sarah Johnson', 'B']);
    expect(rows).toEqual([2, 4]);
  });

  test('rows without an id are numbered by data row, bad ones included', async () => {
    const { transactions } = await read('Report\n\nName,Amount,Date\nA,1,\nB,x,\nC,3,\n');
    expect(transactions.map(({ transactionId }) => transactionId)).toEqual(['row:1', 'row:3']);
  });

  test('the order of dates is decided by the file, even when only its last row can tell', async () => {
    const days = Array.from({ length: 3_000 }, (_, n) => `R-${n},A,1,0${(n % 9) + 1}/02/2024\n`).join('');
    const { mapping, transactions } = await read(`${HEADER}${days}R-x,A,1,25/12/2024\n`);
    expect(mapping.dateOrder).toBe('dmy');
    expect(transactions[0]?.date).toBe('2024-02-01');
  });

  test('ambiguous dates are read as in the US, flagged, and corrected on demand', async () => {
    const content = `${HEADER}R-1,A,1,03/04/2024\n`;
    expect(await read(content)).toMatchObject({
      mapping: { dateOrder: 'ambiguous' },
      transactions: [{ date: '2024-03-04' }],
    });
    expect(await read(content, { dateOrder: 'dmy' })).toMatchObject({
      mapping: { dateOrder: 'dmy' },
      transactions: [{ date: '2024-04-03' }],
    });
  });

  test('date and time in two columns become one moment', async () => {
    const { transactions } = await read('Name,Amount,Date,Time\nA,1,01/15/2024,3:45 PM\nB,1,01/15/2024,\n');
    expect(transactions.map(({ date }) => date)).toEqual(['2024-01-15T15:45', '2024-01-15']);
  });
});
