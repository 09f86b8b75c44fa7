import { readFixture } from '../../node/testing/read-fixture.ts';

test('a Zenoti sales report with semicolons, decimal commas and day-first dates is read', async () => {
  const read = await readFixture(import.meta.url, './sales.fixture.csv', 'pos');
  expect(read.layout).toBe('zenoti-sales');
  expect(read.dateOrder).toBe('dmy');
  expect(read.transactions[2]).toMatchObject({ amount: 1390, date: '2026-10-05' });
  expect(read).toMatchSnapshot();
});

test('a Zenoti collection in a custom payment type is a tender line', async () => {
  const read = await readFixture(import.meta.url, './collections.fixture.csv', 'pos');
  expect(read.layout).toBe('zenoti-collections');
  expect(read).toMatchSnapshot();
});
