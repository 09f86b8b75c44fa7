import { readFixture } from '../../node/testing/read-fixture.ts';

test('a loyalty tender or discount of a Square payment becomes its own sum, the rest stay invoices', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('square-transactions');
  expect(read.transactions.map(({ amount, program }) => [amount, program])).toEqual([
    [40, 'alle'],
    [40, 'evolus'],
    [1250, undefined],
    [60, undefined],
    [20, 'alle'],
    [100, 'aspire'],
    [90, undefined],
  ]);
  expect(read).toMatchSnapshot();
});
