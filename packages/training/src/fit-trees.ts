// The two halves of a model: trees per comparison, then the rivals' trees on what the first ones leave open.
import { featureNamesOf, type Plan, RIVAL_FEATURES, rivalFeatures } from '@medspasync/matching/stages';
import { boost, type FeatureGroup, type LabelledPairs } from './boost.ts';
import { centerContributions } from './center-contributions.ts';
import { comparisonGroups } from './comparison-groups.ts';
import type { LabelledCandidates } from './label-pairs.ts';
import { joinPairs, type Lessons } from './lessons.ts';
import { logOddsOf, type TreeModel } from './trees.ts';

export interface FittedTrees {
  comparisons: TreeModel;
  rivals: TreeModel;
  /** Pairs taught on. */
  size: number;
}

const COMPARISON_TREES = { rounds: 36, maxDepth: 4, minHessian: 5, lambda: 2, learningRate: 0.25 };
const RIVAL_TREES = { rounds: 120, maxDepth: 4, minHessian: 2, lambda: 1, learningRate: 0.12 };

/** Half of a score is certain to stay; what becomes of the other half is for the rivals' trees to learn. */
export const RIVAL_DAMPING = 0.5;

/** Same lessons, same trees. */
export function fitTrees(plan: Plan, lessons: Lessons): FittedTrees {
  const pairs = joinPairs(
    [...lessons.trees.map((lesson) => lesson.book), ...lessons.trees.map((lesson) => lesson.strangers)],
    featureNamesOf(plan).length,
  );
  const comparisons = centerContributions(boost(pairs, comparisonGroups(plan), COMPARISON_TREES), pairs);
  const rivalPairs = joinPairs(
    lessons.rivals.flatMap((lesson) => [
      withRivals(lesson.book, comparisons),
      withoutRivals(lesson.strangers, comparisons),
    ]),
    plan.rivals.features.length,
  );
  const group: FeatureGroup = {
    name: plan.rivals.name,
    features: plan.rivals.features.map((feature, index) => ({ index, direction: feature.direction })),
  };
  const rivals = boost(rivalPairs, [group], { ...RIVAL_TREES, offset: dampedScores(rivalPairs) });
  return { comparisons, rivals, size: pairs.rows + rivalPairs.rows };
}

/** Log-odds of every pair of a book before calibration. */
export function logOddsOfBook(book: LabelledCandidates, { comparisons, rivals }: FittedTrees): Float64Array {
  const { features, labels } = withRivals(book, comparisons);
  const pairs = { rows: labels.length, width: RIVAL_FEATURES.length, features, labels };
  const damped = dampedScores(pairs);
  return logOddsOf(rivals, features, pairs.rows).map((rival, i) => rival + damped[i]!);
}

/** The first rival input is the score so far: the trees on rivals start from the part of it that is certain to stay. */
const dampedScores = ({ rows, width, features }: LabelledPairs): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => (1 - RIVAL_DAMPING) * features[i * width]!);

/** The rivals' inputs of one book, as the engine computes them from the first scores. */
export function withRivals(
  book: LabelledCandidates,
  comparisons: TreeModel,
): { features: Float32Array; labels: Uint8Array } {
  const scores = logOddsOf(comparisons, book.features, book.candidates.count);
  const { rewards, pos } = book.records;
  return { features: rivalFeatures(book.candidates, scores, rewards.count, pos.count), labels: book.labels };
}

/** Pairs scored by themselves: having no rival must not make friends of strangers. */
function withoutRivals(
  pairs: { features: Float32Array; labels: Uint8Array },
  comparisons: TreeModel,
): { features: Float32Array; labels: Uint8Array } {
  const scores = logOddsOf(comparisons, pairs.features, pairs.labels.length);
  const features = new Float32Array(scores.length * RIVAL_FEATURES.length).fill(Number.NaN);
  for (const [row, score] of scores.entries()) features[row * RIVAL_FEATURES.length] = score;
  return { features, labels: pairs.labels };
}
