import { readFixture } from '../../node/testing/read-fixture.ts';

test('Vagaro’s combined cells are taken apart', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'pos');
  expect(read.layout).toBe('vagaro');
  expect(read.transactions[0]).toMatchObject({
    transaction_id: '88811',
    date: '2026-10-05',
    provider: 'Dr. Lee',
  });
  expect(read).toMatchSnapshot();
});
