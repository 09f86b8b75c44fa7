import { checkIsolation } from '../../testing/isolation.ts';

// The same a hundred thousand times over: npm run check:isolation.
test('1,000 random requests of eight organizations over two connections show nobody anything of another', async () => {
  const { leaks, requests, statuses } = await checkIsolation({ requests: 1000 });
  expect(leaks).toEqual([]);
  expect(requests).toBe(1000);
  // It has tried: some succeeded, some named what is another's, some failed in the database, some were cut off.
  for (const status of [200, 404, 409, 422]) expect(statuses[status]).toBeGreaterThan(0);
}, 600_000);
