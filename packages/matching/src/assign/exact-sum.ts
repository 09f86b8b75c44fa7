// Which few of some amounts add up to a total, to the cent.

/** More lines than this are not looked at: sums of many small amounts hit any total by chance. */
const MAX_LINES = 12;

/**
 * Indexes of the first subset of 2 to `largest` amounts that sums to `total`, in order of the lines given (best first),
 * and how many subsets there were to try. Null when none does.
 */
export function exactSum(
  amounts: readonly number[],
  total: number,
  largest: number,
  mustHold?: number,
): { members: number[]; subsets: number } | null {
  const lines = Math.min(amounts.length, MAX_LINES);
  for (let size = 2; size <= largest; size++) {
    const members = pick(amounts, lines, total, size, 0, mustHold);
    if (members !== null) return { members, subsets: countSubsets(lines, largest) };
  }
  return null;
}

function pick(
  amounts: readonly number[],
  lines: number,
  rest: number,
  size: number,
  from: number,
  mustHold: number | undefined,
): number[] | null {
  if (size === 0) return rest === 0 && mustHold === undefined ? [] : null;
  for (let i = from; i <= lines - size; i++) {
    if (amounts[i]! > rest) continue;
    const still = mustHold === i ? undefined : mustHold;
    const tail = pick(amounts, lines, rest - amounts[i]!, size - 1, i + 1, still);
    if (tail !== null) return [i, ...tail];
  }
  return null;
}

function countSubsets(lines: number, largest: number): number {
  let total = 0;
  let choose = lines;
  for (let size = 2; size <= largest && size <= lines; size++) {
    choose = (choose * (lines - size + 1)) / size;
    total += choose;
  }
  return Math.max(1, total);
}
