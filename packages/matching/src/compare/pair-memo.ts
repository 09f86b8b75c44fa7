// A symmetric function of two interned values, such as two services or two tokens of names: distinct pairs recur within a
// job, so answers are kept, within a bound.
import { IdPairCache } from './id-pair-cache.ts';

/** `compute` for ids below `values`, in any order of the two. */
export function pairMemo(
  values: number,
  compute: (a: number, b: number) => number,
): (a: number, b: number) => number {
  // A job of a few rows has nothing to remember.
  if (values < FEWEST_VALUES) return (a, b) => (a < b ? compute(a, b) : compute(b, a));
  // Most of the pairs there could be are never asked for.
  const cache = new IdPairCache(Math.min(values * values, values * PAIRS_PER_VALUE));
  return (a, b) => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = cache.slotOf(low, high);
    if (!cache.holds(slot, low, high)) cache.set(slot, low, high, compute(low, high));
    return cache.value[slot]!;
  };
}

const PAIRS_PER_VALUE = 64;
const FEWEST_VALUES = 4;
