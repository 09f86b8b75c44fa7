// How far a model is moved by labelled pairs. What may move grows with the evidence: first one number, then one per
// comparison, at last the trees themselves. Every step is held to the model it starts from, and none makes it readier to call
// pairs matches: that depends on which pairs somebody chose to label.
import type { Plan } from '@medspasync/matching/stages';
import { boost } from '../boost.ts';
import { centerContributions } from '../center-contributions.ts';
import { comparisonGroups } from '../comparison-groups.ts';
import type { TreeModel } from '../trees.ts';
import {
  type AdaptableModel,
  type Adaptation,
  type AdaptationStep,
  adapted,
  type Measured,
  scoresOf,
} from './adapted-model.ts';
import { anchorShift } from './anchor.ts';
import { countsOf, type Evidence, rowsOf } from './evidence.ts';
import { type Deviation, fitDeviations } from './fit-deviations.ts';

/**
 * Pairs of the rarer label from which each step is taken: about ten per free number (Peduzzi and others, "A simulation
 * study of the number of events per variable in logistic regression analysis", 1996).
 */
const STEP_FROM = { weights: 90, trees: 1000 } as const;

/** Takes up how easy or hard the labelled pairs are, so that nothing else has to; then it is let go. */
const INTERCEPT = { spread: 0.15, low: -0.5, high: 0.5 };
const SCALE = { spread: 0.1, low: -0.4, high: 0.15 };
const WEIGHT = { spread: 0.1, low: -0.6, high: 0.6 };

const CORRECTION_TREES = { maxDepth: 3, minHessian: 10, lambda: 50, learningRate: 0.1 };
const PAIRS_PER_ROUND = 100;
const MOST_ROUNDS = 10;

/** How many pairs weigh as much as training's share of matches; the engine asks the same of a small job. */
const PRIOR_WEIGHT = 400;

export interface Counts {
  labelled: number;
  matches: number;
  lookAlikes: number;
}

export function stepFor(counts: Counts): AdaptationStep {
  const rarer = rarerLabel(counts);
  if (rarer >= STEP_FROM.trees) return 'trees';
  return rarer >= STEP_FROM.weights ? 'weights' : 'scale';
}

const rarerLabel = ({ labelled, matches }: Counts): number => Math.min(matches, labelled - matches);

/**
 * What the set's own share of matches adds to a model's log-odds, as a job's does. The share is that of the matches among
 * themselves and their look-alikes; how many strangers somebody labelled besides says nothing.
 */
export function shareOffset({ matches, lookAlikes }: Counts, trainingPrior: number): number {
  const logit = (share: number): number => Math.log(share / (1 - share));
  const share = (PRIOR_WEIGHT * trainingPrior + matches) / (PRIOR_WEIGHT + matches + lookAlikes);
  return logit(share) - logit(trainingPrior);
}

export interface AdaptingTo {
  evidence: Evidence;
  /** The known rows that may be looked at, ascending. */
  rows: readonly number[];
  plan: Plan;
  trainingPrior: number;
  step: AdaptationStep;
}

/** The same rows and step give the same adaptation. `measured` is what the model says of the evidence. */
export function adapt(model: AdaptableModel, measured: Measured, to: AdaptingTo): Adaptation {
  const { evidence, plan, rows, step, trainingPrior } = to;
  const offset = shareOffset(countsOf(evidence, rows), trainingPrior);
  const logOdds = Float64Array.from(rows, (row) => measured.scores[row]!);
  const deviations: Deviation[] = [
    { column: new Float64Array(rows.length).fill(1), ...INTERCEPT },
    { column: logOdds, ...SCALE },
  ];
  if (step !== 'scale') deviations.push(...weightsOf(measured, model.comparisons.groups, rows));
  const { labels } = rowsOf(evidence, rows);
  const fitted = fitDeviations(
    logOdds.map((value) => value + offset),
    labels,
    deviations,
  );
  const [intercept = 0, scale = 0, ...weights] = fitted;
  const linear: Adaptation = {
    step,
    shift: intercept,
    scale: 1 + scale,
    weights: plan.comparisons.map((_, c) => 1 + (weights[c] ?? 0)),
    corrections: null,
  };
  const free =
    step === 'trees'
      ? { ...linear, corrections: correctionTrees(adapted(model, linear), to, offset) }
      : linear;
  const moved = scoresOf(adapted(model, free), evidence);
  return { ...free, shift: free.shift + anchorShift(rows, measured.scores, moved, offset) };
}

function weightsOf({ contributions }: Measured, groups: number, rows: readonly number[]): Deviation[] {
  return Array.from({ length: groups }, (_, c) => ({
    column: Float64Array.from(rows, (row) => contributions[row * groups + c]!),
    ...WEIGHT,
  }));
}

/** Boosting goes on where the model stands: what it says of each row is where the new trees start. */
function correctionTrees(
  model: AdaptableModel,
  { evidence, plan, rows }: AdaptingTo,
  offset: number,
): TreeModel {
  const scores = scoresOf(model, evidence);
  const pairs = rowsOf(evidence, rows);
  const trees = boost(pairs, comparisonGroups(plan), {
    ...CORRECTION_TREES,
    rounds: Math.min(MOST_ROUNDS, Math.floor(rarerLabel(countsOf(evidence, rows)) / PAIRS_PER_ROUND)),
    offset: Float64Array.from(rows, (row) => scores[row]! + offset),
  });
  const { scale } = model.calibration;
  const centered = centerContributions(trees, pairs);
  return {
    ...centered,
    baseLogOdds: centered.baseLogOdds / scale,
    trees: centered.trees.map((tree) => ({ ...tree, value: tree.value.map((value) => value / scale) })),
  };
}
