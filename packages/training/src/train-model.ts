// The whole training: trees per comparison, then the rivals' trees on what the first ones leave open, then calibration
// on books neither has seen.
import {
  featureNamesOf,
  type Plan,
  RIVAL_FEATURES,
  rivalFeatures,
  type ServiceEncoder,
} from '@medspasync/matching/stages';
import type { ErrorProcessName } from '@medspasync/test-kit';
import { approvalBound } from './approval-bound.ts';
import { boost, type FeatureGroup, type LabelledPairs } from './boost.ts';
import { fitCalibration } from './calibrate.ts';
import { centerContributions } from './center-contributions.ts';
import { comparisonGroups } from './comparison-groups.ts';
import { booksOf, makeBooks, SPLITS, type Split } from './curriculum.ts';
import { type LabelledCandidates, labelCandidates } from './label-pairs.ts';
import { strangers } from './strangers.ts';
import { logOddsOf, type TreeModel } from './trees.ts';

export interface TrainedModel {
  comparisons: TreeModel;
  rivals: TreeModel;
  calibration: { scale: number; shift: number };
  trainingPrior: number;
  approveFrom: number;
  trainingSize: number;
}

const COMPARISON_TREES = { rounds: 36, maxDepth: 4, minHessian: 5, lambda: 2, learningRate: 0.25 };
const RIVAL_TREES = { rounds: 120, maxDepth: 4, minHessian: 2, lambda: 1, learningRate: 0.12 };

const NEAR_LOG_RATIO = 0.05;

/** Half of a score is certain to stay; what becomes of the other half is for the rivals' trees to learn. */
export const RIVAL_DAMPING = 0.5;

/** Trains on the synthetic curriculum, or on the books of some processes only. Same curriculum, same model. */
export function trainModel(
  plan: Plan,
  encoder: ServiceEncoder,
  processes?: readonly ErrorProcessName[],
): TrainedModel {
  const books = labelSplit(SPLITS.trees, plan, encoder, processes);
  const pairs = joinPairs(
    [...books, ...books.map((book) => strangers(book, plan))],
    featureNamesOf(plan).length,
  );
  const comparisons = centerContributions(boost(pairs, comparisonGroups(plan), COMPARISON_TREES), pairs);

  const rivalPairs = joinPairs(
    labelSplit(SPLITS.rivals, plan, encoder, processes).flatMap((book) => [
      withRivals(book, comparisons),
      withoutRivals(strangers(book, plan), comparisons),
    ]),
    plan.rivals.features.length,
  );
  const group: FeatureGroup = {
    name: plan.rivals.name,
    features: plan.rivals.features.map((feature, index) => ({ index, direction: feature.direction })),
  };
  const rivals = boost(rivalPairs, [group], { ...RIVAL_TREES, offset: dampedScores(rivalPairs) });

  const unseenBooks = labelSplit(SPLITS.calibration, plan, encoder, processes);
  const unseen = joinPairs(
    unseenBooks.map((book) => withRivals(book, comparisons)),
    plan.rivals.features.length,
  );
  const damped = dampedScores(unseen);
  const logOdds = logOddsOf(rivals, unseen.features, unseen.rows).map((rival, i) => rival + damped[i]!);
  const calibration = fitCalibration(logOdds, unseen.labels);
  const probabilities = logOdds.map((x) => 1 / (1 + Math.exp(-(calibration.shift + calibration.scale * x))));
  return {
    comparisons,
    rivals,
    calibration,
    approveFrom: approvalBound(probabilities, unseen.labels, openAmounts(unseenBooks, plan)),
    trainingPrior: unseen.labels.reduce((sum, label) => sum + label, 0) / unseen.rows,
    trainingSize: pairs.rows + rivalPairs.rows + unseen.rows,
  };
}

/** 1 for each pair whose amounts differ by more than a tip or a tax. */
function openAmounts(books: readonly LabelledCandidates[], plan: Plan): Uint8Array {
  const ratio = featureNamesOf(plan).indexOf('amount_ratio');
  return Uint8Array.from(
    books.flatMap(({ features, width, labels }) =>
      Array.from(labels, (_, i) => Number(!(Math.abs(features[i * width + ratio]!) <= NEAR_LOG_RATIO))),
    ),
  );
}

/** The first rival input is the score so far: the trees on rivals start from the part of it that is certain to stay. */
const dampedScores = ({ rows, width, features }: LabelledPairs): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => (1 - RIVAL_DAMPING) * features[i * width]!);

const labelSplit = (
  split: Split,
  plan: Plan,
  encoder: ServiceEncoder,
  processes?: readonly ErrorProcessName[],
): LabelledCandidates[] =>
  booksOf(split, processes).map((options) => labelCandidates(makeBooks(options), plan, encoder));

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

function joinPairs(
  books: readonly { features: Float32Array; labels: Uint8Array }[],
  width: number,
): LabelledPairs {
  const rows = books.reduce((sum, book) => sum + book.labels.length, 0);
  const features = new Float32Array(rows * width);
  const labels = new Uint8Array(rows);
  let row = 0;
  for (const book of books) {
    features.set(book.features, row * width);
    labels.set(book.labels, row);
    row += book.labels.length;
  }
  return { rows, width, features, labels };
}
