import fc from 'fast-check';
import { parseTransactionDate } from './date.ts';
import { DateOrderEvidence } from './date-order.ts';

test.each([
  ['2024-01-15', '2024-01-15'],
  ['01/15/2024', '2024-01-15'],
  ['1/5/24', '2024-01-05'],
  ['Jan 15, 2024', '2024-01-15'],
  ['January 15 2024', '2024-01-15'],
  ['Sept. 5, 2024', '2024-09-05'],
  ['Monday, January 15, 2024', '2024-01-15'],
  ['Jan 15, 2024 3:45 PM', '2024-01-15T15:45'],
  ['15 Jan 2024', '2024-01-15'],
  ['15-Jan-24', '2024-01-15'],
  ['01/15/2024 03:45 PM', '2024-01-15T15:45'],
  ['01/15/2024, 12:05 am', '2024-01-15T00:05'],
  ['2024-01-15T15:45:00Z', '2024-01-15T15:45:00'],
  ['2024-01-15 15:45:30.123', '2024-01-15T15:45:30'],
  ['2024-01-15T15:45:00+02:00', '2024-01-15T15:45:00'],
  ['2024-01-15 00:00:00', '2024-01-15'],
  ['2024/1/5', '2024-01-05'],
  ['20240115', '2024-01-15'],
  ['45306', '2024-01-15'],
  ['45306.65625', '2024-01-15T15:45'],
  ['02/29/2024', '2024-02-29'],
  ['1/1/1900', '1900-01-01'],
  ['12/31/2999', '2999-12-31'],
])('%s is read as %s', (text, iso) => {
  expect(parseTransactionDate(text)).toBe(iso);
});

test.each([
  '31/02/2024',
  '02/30/2024',
  '02/29/2023',
  '13/13/2024',
  '2024-13-01',
  '1/5/24 25:00',
  '01/15/2024 13:75 PM',
  'soon',
  'Mayhem 5, 2024',
  '12345678901',
  '',
])('"%s" is no date', (text) => {
  expect(parseTransactionDate(text)).toBeUndefined();
});

test('the same text is another day when the file writes the day first', () => {
  expect(parseTransactionDate('03/04/2024', 'mdy')).toBe('2024-03-04');
  expect(parseTransactionDate('03/04/2024', 'dmy')).toBe('2024-04-03');
  expect(parseTransactionDate('24/03/04', 'ymd')).toBe('2024-03-04');
});

test('every day of two centuries survives being written and read in each order', () => {
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2169-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year, month, date] = iso.split('-');
      expect(parseTransactionDate(iso)).toBe(iso);
      expect(parseTransactionDate(`${month}/${date}/${year}`, 'mdy')).toBe(iso);
      expect(parseTransactionDate(`${date}.${month}.${year}`, 'dmy')).toBe(iso);
    }),
  );
});

const orderOf = (...dates: string[]) => {
  const evidence = new DateOrderEvidence();
  for (const date of dates) evidence.add(date);
  return evidence.decide();
};

test('one number above twelve decides the order for the whole file', () => {
  expect(orderOf('03/04/2024', '05/06/2024', '01/15/2024')).toBe('mdy');
  expect(orderOf('03/04/2024', '05/06/2024', '15/01/2024')).toBe('dmy');
});

test('a file whose dates fit both orders is ambiguous', () => {
  expect(orderOf('03/04/2024', '05/06/2024')).toBe('ambiguous');
  expect(orderOf('05/05/2024')).toBe('none');
});

test('ISO dates say year first, and an impossible date says nothing', () => {
  expect(orderOf('2024-01-15')).toBe('ymd');
  expect(orderOf('31/02/2024', '01/15/2024')).toBe('mdy');
  expect(orderOf('45306', 'pending')).toBe('none');
});

test('a typing error does not outvote the file', () => {
  expect(orderOf('01/15/2024', '02/20/2024', '25/03/2024')).toBe('mdy');
});
