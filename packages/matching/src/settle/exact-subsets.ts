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

/** Piles × sums looked at, a bit each: 2 MB, and some milliseconds. Forty piles of whole dollars up to $400,000 fit. */
const MOST_CELLS = 16_000_000;

/**
 * Up to `most` ways to reach `totalCents` (> 0). Backwards from the last pile, every sum that can still be completed is marked;
 * forwards, only such sums are followed, so no way is tried in vain.
 */
export function exactSubsets(piles: readonly Pile[], totalCents: number, most: number): Subsets {
  const unit = piles.reduce((divisor, pile) => greatestCommonDivisor(divisor, pile.amountCents), totalCents);
  const total = totalCents / unit;
  if ((piles.length + 1) * (total + 1) > MOST_CELLS) return { ways: [], complete: false };
  const amounts = piles.map((pile) => pile.amountCents / unit);
  const completable = completableSums(amounts, piles, total);
  const ways: number[][] = [];
  const taken = new Array<number>(piles.length).fill(0);
  follow(0, total);
  return { ways, complete: true };

  function follow(pile: number, rest: number): void {
    if (ways.length === most || !has(completable[pile]!, rest)) return;
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

/** Which sums from 0 to `total` the piles from each one on can make; behind the last pile, none but 0. */
function completableSums(amounts: readonly number[], piles: readonly Pile[], total: number): Uint32Array[] {
  const rows = new Array<Uint32Array>(piles.length + 1);
  rows[piles.length] = new Uint32Array((total >>> 5) + 1);
  rows[piles.length]![0] = 1;
  for (let pile = piles.length - 1; pile >= 0; pile--) {
    const row = rows[pile + 1]!.slice();
    const { count } = piles[pile]!;
    // Up to so many of the pile are taken by now; each step can double that.
    for (let most = 0; most < count; ) {
      const more = Math.min(most + 1, count - most);
      addShifted(row, amounts[pile]! * more, total);
      most += more;
    }
    rows[pile] = row;
  }
  return rows;
}

const has = (sums: Uint32Array, sum: number): boolean => ((sums[sum >>> 5]! >>> (sum & 31)) & 1) === 1;

/** Beside each sum also the one that is so much more. From the top: what is added must not be added to. */
function addShifted(sums: Uint32Array, amount: number, total: number): void {
  if (amount > total) return;
  const words = amount >>> 5;
  const bits = amount & 31;
  for (let word = sums.length - 1; word >= words; word--) {
    const low = sums[word - words]! << bits;
    // A shift by 32 would be none at all.
    const high = bits === 0 || word === words ? 0 : sums[word - words - 1]! >>> (32 - bits);
    sums[word]! |= low | high;
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
