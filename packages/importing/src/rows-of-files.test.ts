// Row by row: what is kept, what is skipped and why, and when points are dollars.
import { HEADER, read } from './testing/read-text.ts';

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

test('a tender that puts a reward on the patient’s balance is told where no column names a service', async () => {
  const { transactions } = await read(
    'Sale ID,Client,Payment Method,Amount,Date\nP-1,Ann,Aspire (AS) – to CB,40,01/15/2024\nP-2,Bea,Aspire (AS) – Today,40,01/15/2024\n',
    { side: 'pos' },
  );
  expect(transactions.map(({ program, service }) => [program, service])).toEqual([
    ['aspire', 'Aspire (AS) – to CB'],
    ['aspire', undefined],
  ]);
});
