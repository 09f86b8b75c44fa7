// A file as it is made out: its encoding, its shape, the order of its dates, and what is said about the choices.
import { HEADER, read } from './testing/read-text.ts';

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
