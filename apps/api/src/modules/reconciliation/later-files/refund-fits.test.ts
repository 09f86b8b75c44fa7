import { boundUpWith, MOST_COMPARISONS, NEAREST_SALES, type RowAtTill, refundFits } from './refund-fits.ts';

const row = (id: string, says: Partial<RowAtTill> = {}): RowAtTill => ({
  id,
  lineageId: id,
  amountCents: 10000,
  date: '2026-03-10',
  identity: null,
  code: null,
  invoice: null,
  hashes: [],
  service: null,
  provider: null,
  location: null,
  ...says,
});
const many = (count: number, says: Partial<RowAtTill>): RowAtTill[] =>
  Array.from({ length: count }, (_, index) => row(`S-${String(index).padStart(5, '0')}`, says));
const saleIds = (refund: RowAtTill, sales: readonly RowAtTill[]): string[] =>
  refundFits([refund], sales).map(({ sale }) => sale.id);

test('a refund may be about sales of its amount with its code or patient, and about all of its invoice', () => {
  const refund = row('R', { code: 'c', invoice: 'i', hashes: ['1', '2'] });
  const sales = [
    row('code', { code: 'c' }),
    row('patient', { hashes: ['2'] }),
    row('invoice', { invoice: 'i', amountCents: 700 }),
    row('other amount', { code: 'c', hashes: ['1'], amountCents: 700 }),
    row('nothing in common', { code: 'd', invoice: 'j', hashes: ['3'] }),
  ];
  expect(saleIds(refund, sales).sort()).toEqual(['code', 'invoice', 'patient']);
});

test('a refund may be about the sale of whose number it is, unless that is another patient’s', () => {
  const refund = row('R', { identity: 'n', hashes: ['1'], amountCents: 700 });
  const sales = [
    row('of its number', { identity: 'n', hashes: ['1'] }),
    row('of another till', { identity: 'n', hashes: ['2'] }),
  ];
  const numbered = (one: RowAtTill) =>
    refundFits([one], sales).flatMap(({ isOfItsNumber, sale }) => (isOfItsNumber ? [sale.id] : []));
  expect(numbered(refund)).toEqual(['of its number']);
  expect(numbered({ ...refund, hashes: [] })).toEqual(['of its number', 'of another till']);
});

test('of more sales than are looked at, the nearest are: named, sold by its day, most like it, then the latest', () => {
  const refund = row('R', { invoice: 'i', hashes: ['1', '2'], service: 'Botox', date: '2026-03-10' });
  const nearest = [
    row('named', { invoice: 'i', hashes: ['1'], date: '2025-01-01' }),
    row('more of the patient', { hashes: ['1', '2'], date: '2026-02-01' }),
    row('same service', { hashes: ['1'], service: 'Botox', date: '2026-03-01' }),
    row('later', { hashes: ['1'], date: '2026-03-09' }),
    row('earlier', { hashes: ['1'], date: '2026-03-08' }),
  ];
  const afterwards = many(NEAREST_SALES, { hashes: ['1', '2'], date: '2026-03-11' });
  const ids = saleIds(refund, [...afterwards, ...nearest.toReversed()]);
  expect(ids).toHaveLength(NEAREST_SALES);
  expect(ids.slice(0, nearest.length)).toEqual([
    'named',
    'same service',
    'more of the patient',
    'later',
    'earlier',
  ]);
});

test('a thousand refunds of one amount over twenty thousand sales with one phone are looked at one patient each', () => {
  const refunds = Array.from({ length: 1000 }, (_, index) =>
    row(`R-${index}`, { hashes: ['phone', `${index}`] }),
  );
  const sales = many(20_000, {}).map((sale, index) => ({ ...sale, hashes: ['phone', `${index % 5000}`] }));
  expect(refunds.length * sales.length).toBeGreaterThan(MOST_COMPARISONS);
  const fits = refundFits(refunds, sales);
  expect(fits).toHaveLength(4 * refunds.length);
  expect(fits.every(({ refund, sale }) => refund.hashes[1] === sale.hashes[1])).toBe(true);
});

test('what is bound up with a row is found over however many others, and nothing else', () => {
  const pairs = ['a b', 'c b', 'c d', 'x y', 'z y'].map((pair) => pair.split(' ') as [string, string]);
  expect(boundUpWith(pairs, (pair) => pair, ['d'])).toEqual(pairs.slice(0, 3));
  expect(boundUpWith(pairs, (pair) => pair, ['z', 'q'])).toEqual(pairs.slice(3));
});
