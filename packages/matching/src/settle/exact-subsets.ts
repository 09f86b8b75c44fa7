// Which of many amounts add up to a total, to the cent: every way there is, up to a few, within a stated bound.

/** Rows nobody can tell apart: so many of one amount. */
export interface Pile {
  amountCents: number;
  count: number;
}

export interface Subsets {
  /** How many are taken of each pile, one list per way; earlier piles are drawn from first. */
  ways: number[][];
  /** False when the search was given up: there were too many piles and sums to look through. */
  complete: boolean;
}

/** Piles × sums looked at: 16 MB, and some tens of milliseconds. Forty piles of whole dollars up to $400,000 fit. */
const MOST_CELLS = 16_000_000;

/**
 * Up to `most` ways to reach `totalCents` (> 0). Backwards from the last pile, every sum that can still be completed is marked;
 * forwards, only such sums are followed, so no way is tried in vain.
 */
export function exactSubsets(piles: readonly Pile[], totalCents: number, most: number): Subsets {
  const unit = piles.reduce((divisor, pile) => greatestCommonDivisor(divisor, pile.amountCents), totalCents);
  const total = totalCents / unit;
  const width = total + 1;
  if ((piles.length + 1) * width > MOST_CELLS) return { ways: [], complete: false };
  const amounts = piles.map((pile) => pile.amountCents / unit);
  const canComplete = markCompletable(amounts, piles, total);
  const ways: number[][] = [];
  const taken = new Array<number>(piles.length).fill(0);
  follow(0, total);
  return { ways, complete: true };

  function follow(pile: number, rest: number): void {
    if (ways.length === most || canComplete[pile * width + rest] === 0) return;
    if (pile === piles.length) {
      ways.push(taken.slice());
      return;
    }
    const amount = amounts[pile]!;
    for (let n = Math.min(piles[pile]!.count, Math.floor(rest / amount)); n >= 0; n--) {
      taken[pile] = n;
      follow(pile + 1, rest - n * amount);
    }
    taken[pile] = 0;
  }
}

/** 1 at [pile, rest] where piles from `pile` on can make `rest`. */
function markCompletable(amounts: readonly number[], piles: readonly Pile[], total: number): Uint8Array {
  const width = total + 1;
  const marks = new Uint8Array((piles.length + 1) * width);
  marks[piles.length * width] = 1;
  // Of the pile at hand, how many are needed at least to make a sum; more than it holds means it cannot.
  const needed = new Int32Array(width);
  for (let pile = piles.length - 1; pile >= 0; pile--) {
    const amount = amounts[pile]!;
    const { count } = piles[pile]!;
    for (let sum = 0; sum <= total; sum++) {
      if (marks[(pile + 1) * width + sum] === 1) needed[sum] = 0;
      else needed[sum] = sum >= amount ? needed[sum - amount]! + 1 : count + 1;
      if (needed[sum]! <= count) marks[pile * width + sum] = 1;
    }
  }
  return marks;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
