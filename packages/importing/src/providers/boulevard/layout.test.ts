import { readFixture } from '../../node/testing/read-fixture.ts';

test('credit redeemed in Boulevard is a redemption although it is booked as negative', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('boulevard');
  expect(read.transactions[0]).toMatchObject({ amount: 40, type: 'redemption', reference: 'AUTH-93821' });
  expect(read).toMatchSnapshot();
});
