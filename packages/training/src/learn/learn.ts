// Labelled pairs and a model → a model that fits them better, with honest figures, or a clear no.
import { createHash } from 'node:crypto';
import type { ModelManifest } from '@medspasync/matching';
import {
  assertEncoderFits,
  assertModelFits,
  type Plan,
  rewardsToPos,
  type ServiceEncoder,
} from '@medspasync/matching/stages';
import { exportOnnx } from '../export-onnx.ts';
import { cardPlots, type Plots } from '../plots/index.ts';
import { adapt, shareOffset, stepFor } from './adapt.ts';
import { type AdaptationStep, adaptableModel, adapted, type ModelFile, measure } from './adapted-model.ts';
import { type AgainstCurrent, againstCurrent, type Said } from './against-current.ts';
import { possibleApprovals, raisedBounds } from './approvals.ts';
import { carryDrift } from './carry-drift.ts';
import { areInverted, INVERTED, problemsOf } from './check-pairs.ts';
import { allRows, countsOf, evidenceOf } from './evidence.ts';
import { foldsOf } from './folds.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { learningCard } from './learning-card.ts';
import { LearningRefusal } from './refusal.ts';
import { type HeldOutMetrics, heldOutScores, metricsOf, probabilitiesOf } from './validate.ts';
import { statementOf } from './words.ts';

export interface LearningRequest {
  pairs: readonly LabelledPair[];
  /** The model in use: what is learned starts from it and is held to it. */
  base: ModelFile;
  /** The service encoder `base` was trained with. */
  encoder: ServiceEncoder;
  /** Name of the new model. */
  version: string;
  /** `YYYY-MM-DD`, for its manifest. */
  trainedOn: string;
  /** Share of the pairs held out at a time, 0.05 to 0.5. Default 0.2, which is five folds. */
  validationSplit?: number;
  /** Which pairs are held out together. Default 1. */
  seed?: number;
  plan?: Plan;
}

export interface LearnedModel extends ModelFile {
  step: AdaptationStep;
  metrics: HeldOutMetrics;
  /** Pairs each fold learned from and was judged by, as given: repeats are counted. */
  trainingSamples: number;
  validationSamples: number;
  /** Different pairs, and the pairs of their rows that they rule out. */
  pairs: number;
  lookAlikes: number;
  folds: number;
  verdict: AgainstCurrent;
  /** In words: how much was learned and how sure the figures are. */
  statement: string;
  /** Markdown, and the pictures it shows. */
  card: string;
  plots: Plots;
}

/**
 * Adapts `base` to the pairs. All figures are by stratified cross-validation: each pair is judged by a model adapted
 * without it and without its reward's other pairs. The same request gives the same bytes.
 * @throws LearningRefusal naming everything the pairs cannot be learned from for, row by row.
 */
export function learnFromLabelledPairs(request: LearningRequest): LearnedModel {
  const { base, encoder, pairs, plan = rewardsToPos, seed = 1, validationSplit = 0.2 } = request;
  assertModelFits(base.manifest, plan);
  assertEncoderFits(base.manifest, encoder.manifest);
  const problems = problemsOf(pairs, validationSplit, plan, encoder);
  if (problems.length > 0) throw new LearningRefusal(problems);

  const { trainingPrior } = base.manifest;
  const evidence = evidenceOf(pairs, plan, encoder);
  const { known, labelled, labels } = evidence;
  const rows = allRows(evidence);
  const counts = countsOf(evidence, rows);
  const step = stepFor(counts);
  const to = { evidence, plan, trainingPrior, step };
  const model = adaptableModel(base);
  const measured = measure(model, evidence);
  if (areInverted(measured.scores.subarray(0, labelled), labels.subarray(0, labelled))) {
    throw new LearningRefusal([INVERTED]);
  }
  const folds = foldsOf(evidence, validationSplit, seed);

  const heldOut = heldOutScores(model, measured, folds, to);
  const offset = shareOffset(counts, trainingPrior);
  const metrics = metricsOf(heldOut.subarray(0, labelled), labels.subarray(0, labelled), offset);
  const said = (scores: Float64Array): Said => {
    const logOdds = scores.map((score) => score + offset);
    return { logOdds, approvals: possibleApprovals(evidence, logOdds, plan.assignment.approvalLeadLogOdds) };
  };
  const compared = { current: said(measured.scores), adapted: said(heldOut) };
  const { approveFrom, approveAgreeingFrom = 0, drift } = base.manifest;
  const bounds = { approveFrom, approveAgreeingFrom };
  const verdict = againstCurrent(evidence, compared, bounds, seed);

  const adaptation = adapt(model, measured, { ...to, rows });
  const learned = adapted(model, adaptation);
  const measuredAnew = measure(learned, evidence);
  const matches = rows.filter((row) => labels[row] === 1);
  const bytes = exportOnnx(learned.comparisons, learned.rivals);
  const validationSamples = Math.max(1, Math.round(pairs.length / folds.length));
  const manifest: ModelManifest = {
    ...base.manifest,
    version: request.version,
    basedOn: base.manifest.version,
    baseLogOdds: learned.comparisons.baseLogOdds,
    calibration: learned.calibration,
    ...raisedBounds(bounds, compared.adapted.approvals),
    ...(drift ? { drift: carryDrift(drift, adaptation, measured, measuredAnew, matches) } : {}),
    trainedAt: request.trainedOn,
    trainingSize: base.manifest.trainingSize + known,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    heldOut: {
      precision: metrics.precision.value,
      recall: metrics.recall.value,
      f1: metrics.f1.value,
      auc: metrics.auc.value,
      calibrationError: metrics.calibrationError,
      pairs: labelled,
    },
  };
  const statement = statementOf(evidence, pairs.length, step, metrics.accuracy, verdict);
  const about = { statement, pairs: labelled, folds: folds.length, metrics, verdict };
  const judged = {
    probabilities: probabilitiesOf(heldOut.subarray(0, labelled), offset),
    labels: labels.subarray(0, labelled),
  };
  return {
    model: bytes,
    manifest,
    step,
    metrics,
    trainingSamples: pairs.length - validationSamples,
    validationSamples,
    pairs: labelled,
    lookAlikes: counts.lookAlikes,
    folds: folds.length,
    verdict,
    statement,
    card: learningCard(manifest, about),
    plots: cardPlots(judged, {
      labels: plan.comparisons.map(({ label }) => label),
      values: measuredAnew.contributions,
      isMatch: labels,
    }),
  };
}
