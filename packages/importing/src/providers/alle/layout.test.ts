import { readFixture } from '../../node/testing/read-fixture.ts';

test('Allē points become dollars, and a reversal a refund', async () => {
  const read = await readFixture(import.meta.url, './redemptions.fixture.csv', 'reward');
  expect(read.layout).toBe('alle-redemptions');
  expect(read.transactions[0]).toMatchObject({ amount: 40, program: 'alle', transaction_id: 'AUTH-93821' });
  expect(read).toMatchSnapshot();
});

test('Patient360 is refused as a balance', async () => {
  await expect(readFixture(import.meta.url, './patient360.fixture.csv', 'reward')).rejects.toMatchObject({
    code: 'upload.snapshot',
    message: expect.stringContaining('balance snapshot'),
  });
});
