import { readFixture } from '../../node/testing/read-fixture.ts';

test('a Mindbody sale paid with Alle is a tender line, a combined payment stays an invoice', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('mindbody-sales');
  expect(read.transactions.map(({ type }) => type)).toEqual([
    'sale',
    'redemption',
    'sale',
    'sale',
    'redemption',
    'refund',
  ]);
  expect(read).toMatchSnapshot();
});
