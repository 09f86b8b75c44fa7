import { readFixture } from '../../node/testing/read-fixture.ts';

test('an Xperience report with bars and ISO dates is read', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'reward');
  expect(read.layout).toBe('xperience-rewards');
  expect(read.transactions).toHaveLength(5);
  expect(read).toMatchSnapshot();
});
