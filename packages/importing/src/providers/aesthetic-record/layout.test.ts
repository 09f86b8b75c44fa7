import { readFixture } from '../../node/testing/read-fixture.ts';

test('an Aesthetic Record invoice report is found below its date range, its broken letters repaired', async () => {
  const read = await readFixture(import.meta.url, './invoices.fixture.csv', 'pos');
  expect(read.layout).toBe('aesthetic-record-invoices');
  expect(read.transactions[0]).toMatchObject({ program: 'alle', type: 'sale' });
  expect(read).toMatchSnapshot();
});

test('an Aesthetic Record payment in a program’s mode is a tender line of its invoice', async () => {
  const read = await readFixture(import.meta.url, './payments.fixture.csv', 'pos');
  expect(read.layout).toBe('aesthetic-record-payments');
  expect(read.transactions[0]).toMatchObject({ amount: 40, program: 'alle', type: 'redemption' });
  expect(read).toMatchSnapshot();
});
