import { pagesOf } from './pages.ts';

const ROWS = Array.from({ length: 7 }, (_, position) => ({ position }));
const threeAfter = (position: number) => ROWS.filter((row) => row.position > position).slice(0, 3);

test('every page comes once and in order, and the next is asked for before one is done with', async () => {
  const asked: number[] = [];
  const pages = pagesOf(async (position) => {
    asked.push(position);
    return threeAfter(position);
  });
  const taken: number[][] = [];
  const askedBefore: number[] = [];
  for await (const page of pages) {
    askedBefore.push(asked.length);
    taken.push(page.map(({ position }) => position));
  }
  expect(taken).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  expect(askedBefore).toEqual([2, 3, 4]);
});

test('a page that cannot be read is told when its turn comes, and to nobody who has left', async () => {
  const failing = () =>
    pagesOf(async (position) => {
      if (position > 0) throw new Error('the database went away');
      return threeAfter(position);
    });
  const pages = failing();
  await expect(pages.next()).resolves.toMatchObject({ done: false });
  await expect(pages.next()).rejects.toThrow('the database went away');
  for await (const page of failing()) {
    expect(page).toHaveLength(3);
    break;
  }
  await new Promise((resolve) => setImmediate(resolve));
});
