// The pictures of the shipped model's card, from books it has not seen.
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import type { HeldOutReward } from './held-out.ts';
import { labelCandidates } from './label-pairs.ts';
import { type Contributions, cardPlots, type Plots } from './plots/index.ts';
import { readOnnx } from './read-onnx.ts';
import { contributionsOf } from './trees.ts';
import type { ModelFiles } from './write-model.ts';

/** Precision, recall and reliability of each reward's named counterpart; contributions of candidate pairs. */
export function heldOutPlots(
  files: ModelFiles,
  judged: readonly HeldOutReward[],
  plan: Plan,
  encoder: ServiceEncoder,
): Plots {
  const named = judged.filter((reward) => reward.named);
  const probabilities = Float64Array.from(named, (reward) => reward.probability);
  const labels = Uint8Array.from(named, (reward) => Number(reward.isTrue));
  return cardPlots({ probabilities, labels }, candidateContributions(files, plan, encoder));
}

/** Of the first held-out book of each process and difficulty: enough to see where nine of ten pairs lie. */
function candidateContributions(
  { model, manifest }: ModelFiles,
  plan: Plan,
  encoder: ServiceEncoder,
): Contributions {
  const { comparisons } = readOnnx(model, manifest.baseLogOdds);
  const values: Float64Array[] = [];
  const isMatch: Uint8Array[] = [];
  for (const options of booksOf({ ...SPLITS.heldOut, books: 1 })) {
    const book = labelCandidates(makeBooks(options), plan, encoder);
    const contributions = contributionsOf(comparisons, book.features, book.candidates.count);
    values.push(contributions.map((value) => value * manifest.calibration.scale));
    isMatch.push(book.labels);
  }
  return {
    labels: plan.comparisons.map(({ label }) => label),
    values: Float64Array.from(values.flatMap((part) => [...part])),
    isMatch: Uint8Array.from(isMatch.flatMap((part) => [...part])),
  };
}
