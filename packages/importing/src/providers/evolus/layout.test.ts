import { readFixture } from '../../node/testing/read-fixture.ts';

test('two Evolus rewards of one visit stay two redemptions', async () => {
  const read = await readFixture(import.meta.url, './rewards.fixture.csv', 'reward');
  expect(read.layout).toBe('evolus-rewards');
  expect(read.transactions.filter(({ customer_name }) => customer_name === "Kate O'Neil")).toHaveLength(2);
  expect(read).toMatchSnapshot();
});

test('Patient Insights is refused as a balance', async () => {
  await expect(
    readFixture(import.meta.url, './patient-insights.fixture.csv', 'reward'),
  ).rejects.toMatchObject({
    code: 'upload.snapshot',
    message: expect.stringContaining('balance snapshot'),
  });
});

test('its short version is refused as a balance', async () => {
  await expect(
    readFixture(import.meta.url, './patient-insights-short.fixture.csv', 'reward'),
  ).rejects.toMatchObject({
    code: 'upload.snapshot',
    message: expect.stringContaining('balance snapshot'),
  });
});
