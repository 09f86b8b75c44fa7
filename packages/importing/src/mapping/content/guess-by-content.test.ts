// What columns look like when their headers say nothing.
import fc from 'fast-check';
import { guessColumns } from '../guess-columns.ts';
import { guessByContent } from './guess-by-content.ts';

const NOTHING = { fields: new Set<never>(), columns: new Set<never>() };

/** The field of one column of these cells under a header that says nothing. */
const fieldOf = (...cells: string[]) =>
  guessByContent(
    ['Xyzzy'],
    cells.map((cell) => [cell]),
    NOTHING,
  )[0]?.field;

const rowsOf = (columns: readonly (readonly string[])[]): string[][] => {
  const rows = Math.max(0, ...columns.map((cells) => cells.length));
  return Array.from({ length: rows }, (_, n) => columns.map((cells) => cells[n] ?? ''));
};

describe('a column says by itself that it holds', () => {
  test.each([
    ['amounts with cents', 'amount', ['40.00', '1,250.00', '19.99']],
    ['amounts in dollars', 'amount', ['$5', '$40', '-$20', '$7.50']],
    ['amounts of a spreadsheet', 'amount', ['40', '49.5', '123', '19.989999999999998']],
    ['round amounts', 'amount', ['40', '20', '60', '20', '100']],
    ['amounts with a total below', 'amount', ['40.00', '20.00', '35.00', '55.00', 'see page 2']],
    ['days', 'date', ['2026-10-05', '2026-10-13']],
    ['days and times', 'date', ['10/05/2026 3:45 PM', '10/13/2026 9:00 AM']],
    ['days without separators', 'date', ['20261005', '20261013']],
    ['phones', 'customer_phone', ['(555) 123-4567', '555.765.4321', '+1 555-222-3333 x12']],
    ['phones in bare digits', 'customer_phone', ['5552221234', '3105558888']],
    ['e-mail addresses', 'customer_email', ['sarah@example.com', 'n/a', 'ana.reyes@example.org']],
    ['names', 'customer_name', ['Sarah Johnson', 'Ana de la Cruz', 'KATE O’NEIL', 'Mary-Jane Lee Jr.']],
    ['names, the last one first', 'customer_name', ['Johnson, Sarah', 'Reyes, Ana M.']],
    ['loyalty programs', 'program', ['Allē', 'ASPIRE Galderma Rewards', 'Evolus Rewards', 'alle']],
  ])('%s', (_what, field, cells) => {
    expect(fieldOf(...cells)).toBe(field);
  });
});

describe('nothing is made of', () => {
  test.each([
    ['zip codes', ['90210', '10001', '60614']],
    ['quantities', ['1', '2', '1', '5', '10']],
    ['quantities with decimals', ['1.00', '2.00', '1.00', '1.50']],
    ['percentages', ['10%', '15%', '20%']],
    ['shares', ['0.10', '0.15', '0.20']],
    ['coordinates', ['33.7489954', '34.0522342']],
    ['years', ['2020', '2025', '2025']],
    ['row numbers in fives', ['5', '10', '15', '20', '25']],
    ['codes with leading zeros', ['0040', '0020', '0060']],
    ['birthdays', ['1958-03-02', '1991-07-12', '2001-01-30']],
    ['treatments', ['Botox Cosmetic', 'Lip Filler', 'Juvéderm Ultra']],
    ['staff', ['Dr. Amy Lee', 'NP Rosa Ruiz']],
    ['a few places again and again', ['San Diego', 'Santa Monica', 'San Diego', 'Santa Monica']],
    ['notes', ['paid in full', 'call back', 'ok']],
    ['blank cells', ['', 'n/a', '--']],
  ])('%s', (_what, cells) => {
    expect(fieldOf(...cells)).toBeUndefined();
  });

  test('names under a header that says they are others’', () => {
    const names = [['Sarah Johnson'], ['Ana Reyes']];
    expect(guessByContent(['Referred By'], names, NOTHING)).toEqual([]);
  });

  test('points, which are no dollars', () => {
    expect(guessByContent(['Pts'], [['400'], ['200']], NOTHING)).toEqual([]);
  });

  test('names beside a first and a last name', () => {
    const guesses = guessColumns(
      ['First Name', 'Last Name', 'Xyzzy'],
      [
        ['Ana', 'Lee', 'Rosa Ruiz'],
        ['Bo', 'Kim', 'Maria Park'],
      ],
      NOTHING,
    );
    expect(guesses.map(({ field }) => field)).toEqual(['customer_first_name', 'customer_last_name']);
  });
});

describe('how sure a guess is', () => {
  const sureness = (columns: string[][]) =>
    guessByContent(
      columns.map((_, index) => `Xyzzy${index}`),
      rowsOf(columns),
      NOTHING,
    ).map(({ confidence }) => confidence);

  test('a currency sign says more than cents, and cents more than round numbers', () => {
    const [signed] = sureness([['$40.00', '$20.00']]);
    const [cents] = sureness([['40.00', '20.00']]);
    const [round] = sureness([['40', '20']]);
    expect(signed).toBeGreaterThan(cents!);
    expect(cents).toBeGreaterThan(round!);
  });

  test('two columns that look alike share it', () => {
    const [alone] = sureness([['40.00', '20.00']]);
    expect(
      sureness([
        ['40.00', '20.00'],
        ['35.00', '15.00'],
      ]),
    ).toEqual([alone! / 2, alone! / 2]);
  });

  test('an amount that is often missing is less so', () => {
    const [full] = sureness([['40.00', '20.00', '10.00', '30.00']]);
    const [half] = sureness([
      ['40.00', '', '0.00', '30.00'],
      ['', 'x', '', ''],
    ]);
    expect(half).toBe(full! / 2);
  });

  test('only the first 200 rows are looked at', () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => [n < 200 ? '40.00' : 'no sum']);
    expect(guessByContent(['Xyzzy'], rows, NOTHING)).toMatchObject([{ field: 'amount' }]);
  });
});

test('a header that says something wins over what other columns look like', () => {
  const guesses = guessColumns(
    ['Xyzzy', 'Amount', 'Visit'],
    [
      ['$40.00', '12', '2026-10-05'],
      ['$20.00', '13', '2026-10-06'],
    ],
    NOTHING,
  );
  expect(guesses).toContainEqual(expect.objectContaining({ columnIndex: 1, field: 'amount' }));
  expect(guesses.filter(({ columnIndex }) => columnIndex === 0)).toEqual([]);
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const listOf = (cell: fc.Arbitrary<string>) => fc.array(cell, { minLength: 2, maxLength: 30 });
const money = fc.integer({ min: 0, max: 999_999 }).map((cents) => (cents / 100).toFixed(2));
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.constantFrom(
  'Sarah Johnson',
  'Ana Reyes',
  'Botox',
  'alle',
  'a@b.test',
  '',
  '5552221234',
  '40',
  '3',
);

test('whatever the cells, no field is given to two columns and no column to two fields', () => {
  const column = fc.oneof(listOf(money), listOf(day), listOf(word), listOf(fc.string()));
  const names = fc.constantFrom('Xyzzy', 'Rcvd', 'Amount', 'Date', 'Guest', 'Notes', '', 'Total paid');
  fc.assert(
    fc.property(fc.array(fc.tuple(names, column), { minLength: 1, maxLength: 8 }), (table) => {
      const header = table.map(([name]) => name);
      const guesses = guessColumns(header, rowsOf(table.map(([, cells]) => cells)), NOTHING);
      expect(new Set(guesses.map(({ field }) => field)).size).toBe(guesses.length);
      expect(new Set(guesses.map(({ columnIndex }) => columnIndex)).size).toBe(guesses.length);
    }),
  );
});

test('cells alone never make a column sure', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(listOf(money), listOf(day), listOf(word)), { maxLength: 6 }), (columns) => {
      const header = columns.map((_, index) => `Xyzzy${index}`);
      for (const { confidence } of guessByContent(header, rowsOf(columns), NOTHING)) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThan(0.8);
      }
    }),
  );
});

test('columns of ids are no amounts', () => {
  const counted = fc
    .tuple(fc.nat(9_999_999), fc.integer({ min: 2, max: 30 }))
    .map(([first, count]) => Array.from({ length: count }, (_, n) => String(first + n)));
  const long = fc.integer({ min: 5, max: 16 }).chain((length) => listOf(digits(length)));
  const prefixed = listOf(fc.nat(99_999).map((number) => `R-${number}`));
  const ids = fc.oneof(counted, long, prefixed, listOf(fc.uuid()));
  fc.assert(
    fc.property(ids, (cells) => {
      expect(fieldOf(...cells)).not.toBe('amount');
    }),
  );
});
