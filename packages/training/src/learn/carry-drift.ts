// What training books look like to an adapted model. It weighs comparisons in its own way, and those books are not at hand: so
// it measures in the units of the model it comes from, and what its trees add is told by the labelled matches.
import { DRIFT_BINS, type DriftReference, driftBin } from '@medspasync/matching/stages';
import { keptShares } from '../drift-shares.ts';
import type { Adaptation, Measured } from './adapted-model.ts';

/**
 * Each bin's share goes where the matches of that bin have gone, and stays where there were none. So no job like these pairs
 * is further from training than it was: no stability index grows when bins are moved alike on both sides.
 * @param matches rows of `before` and `after`, which hold what each comparison says of each row.
 */
export function carryDrift(
  { comparisons }: DriftReference,
  { scale, weights }: Pick<Adaptation, 'scale' | 'weights'>,
  { contributions: before }: Pick<Measured, 'contributions'>,
  { contributions: after }: Pick<Measured, 'contributions'>,
  matches: readonly number[],
): DriftReference {
  const groups = comparisons.length;
  return {
    comparisons: comparisons.map(({ shares, cut, unit: oldUnit = 1 }, c) => {
      const unit = oldUnit * scale * weights[c]!;
      const moves = Array.from({ length: DRIFT_BINS }, () => new Array<number>(DRIFT_BINS).fill(0));
      for (const row of matches) {
        const from = driftBin(before[row * groups + c]! / oldUnit);
        const to = driftBin(after[row * groups + c]! / unit);
        if (from !== null && to !== null) moves[from]![to]! += 1;
      }
      return { shares: keptShares(moved(shares, moves)), cut, unit };
    }),
  };
}

function moved(shares: readonly number[], moves: readonly (readonly number[])[]): number[] {
  const result = new Array<number>(shares.length).fill(0);
  for (const [from, share] of shares.entries()) {
    const seen = moves[from]!.reduce((sum, count) => sum + count, 0);
    if (seen === 0) result[from]! += share;
    else for (const [to, count] of moves[from]!.entries()) result[to]! += (share * count) / seen;
  }
  return result;
}
