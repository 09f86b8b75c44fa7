// Which few of some amounts add up to a total, to the cent.

/** More lines than this are not looked at: sums of many small amounts hit any total by chance. */
const MAX_LINES = 12;

/**
 * Every subset of 2 to `largest` amounts that sums to `total`, as ascending indexes: the fewest lines first, then in order of the
 * lines given (best first). At most 781 subsets are tried.
 */
export function exactSums(amounts: readonly number[], total: number, largest: number): number[][] {
  const lines = Math.min(amounts.length, MAX_LINES);
  const sums: number[][] = [];
  for (let size = 2; size <= largest; size++) pick(amounts, lines, total, size, 0, [], sums);
  return sums;
}

function pick(
  amounts: readonly number[],
  lines: number,
  rest: number,
  size: number,
  from: number,
  picked: readonly number[],
  sums: number[][],
): void {
  if (size === 0) {
    if (rest === 0) sums.push([...picked]);
    return;
  }
  for (let i = from; i <= lines - size; i++) {
    if (amounts[i]! <= rest) pick(amounts, lines, rest - amounts[i]!, size - 1, i + 1, [...picked, i], sums);
  }
}

/** How many subsets `exactSums` tries of so many amounts. */
export function subsetsTried(amounts: number, largest: number): number {
  const lines = Math.min(amounts, MAX_LINES);
  let total = 0;
  let choose = lines;
  for (let size = 2; size <= largest && size <= lines; size++) {
    choose = (choose * (lines - size + 1)) / size;
    total += choose;
  }
  return Math.max(1, total);
}
