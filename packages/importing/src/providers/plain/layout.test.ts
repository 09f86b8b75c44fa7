import { readFixture } from '../../node/testing/read-fixture.ts';

test('the plain layout is read with all its untidiness', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'reward');
  expect(read.layout).toBe('plain');
  expect(read.transactions).toHaveLength(6);
  expect(read).toMatchSnapshot();
});
