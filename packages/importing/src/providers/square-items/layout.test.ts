import { readFixture } from '../../node/testing/read-fixture.ts';

test('a Square item names its program in modifiers or notes', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('square-items');
  expect(read).toMatchSnapshot();
});
