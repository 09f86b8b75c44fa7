import { readFixture } from '../../node/testing/read-fixture.ts';

test('a Fresha payment by a program’s method is a tender line', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('fresha');
  expect(read).toMatchSnapshot();
});
