import { loadEncoder } from '@medspasync/matching/node';
import { rewardsToPos } from '@medspasync/matching/stages';
import { createRandom, generateBooks } from '@medspasync/test-kit';
import { boost } from './boost.ts';
import { comparisonGroups } from './comparison-groups.ts';
import { withRivals } from './fit-trees.ts';
import { labelCandidates } from './label-pairs.ts';
import { scorerFor } from './scorer-for.ts';
import { contributionsOf } from './trees.ts';

describe('the exported model', () => {
  it('says what the reference evaluator says, also at thresholds, beyond them and where values are missing', async () => {
    const encoder = await loadEncoder();
    const book = labelCandidates(
      generateBooks({ seed: 7, rewards: 300, process: 'front-desk', difficulty: 'hard' }),
      rewardsToPos,
      encoder,
    );
    const options = { rounds: 4, maxDepth: 4, minHessian: 2, lambda: 1, learningRate: 0.3 };
    const rows = book.candidates.count;
    const comparisons = boost({ rows, ...book }, comparisonGroups(rewardsToPos), options);
    const rivalPairs = withRivals(book, comparisons);
    const rivals = boost(
      { rows, width: 5, ...rivalPairs },
      [{ name: 'rivals', features: [0, 1, 2, 3, 4].map((index) => ({ index, direction: 0 as const })) }],
      options,
    );
    const trained = {
      comparisons,
      rivals,
      calibration: { scale: 1, shift: 0 },
      trainingPrior: 0.5,
      trainingSize: rows,
    };
    const scorer = await scorerFor(
      trained,
      rewardsToPos,
      { approveFrom: 0.95, approveAgreeingFrom: 0.95 },
      encoder,
    );

    const probes = hostileRows(
      book.features,
      book.width,
      comparisons.trees.flatMap((tree) => tree.threshold),
    );
    const probeRows = probes.length / book.width;
    const found = await scorer.contributions(probes, probeRows);
    const expected = contributionsOf(comparisons, probes, probeRows);
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 5);

    const foundRivals = await scorer.rivals(rivalPairs.features, rows);
    const expectedRivals = contributionsOf(rivals, rivalPairs.features, rows);
    for (const [i, value] of expectedRivals.entries()) expect(foundRivals[i]).toBeCloseTo(value, 5);
  });
});

/** Real rows, and as many with values replaced by thresholds, their neighbours, infinities and gaps. */
function hostileRows(features: Float32Array, width: number, thresholds: number[]): Float32Array {
  const random = createRandom(11);
  const real = features.subarray(0, width * Math.min(500, features.length / width));
  const twisted = real.map((value) => {
    const threshold = thresholds[random.below(thresholds.length)]!;
    const choices = [value, threshold, threshold * (1 + 1e-7), Number.NaN, Number.POSITIVE_INFINITY, -1e30];
    return choices[random.below(choices.length)]!;
  });
  return Float32Array.from([...real, ...twisted]);
}
