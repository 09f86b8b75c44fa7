// Cross-validation: every pair is judged once, by a model that was adapted without it.
import { areaUnderCurve, calibrationError, precisionRecall } from '../measure-quality.ts';
import { type AdaptingTo, adapt } from './adapt.ts';
import { type AdaptableModel, adapted, type Measured, scoresOf } from './adapted-model.ts';
import { areaInterval, type Figure, f1Interval, shareInterval } from './intervals.ts';

/** Log-odds of each known row by a model that had not seen it. */
export function heldOutScores(
  model: AdaptableModel,
  measured: Measured,
  folds: readonly (readonly number[])[],
  to: Omit<AdaptingTo, 'rows'>,
): Float64Array {
  const logOdds = new Float64Array(to.evidence.known);
  for (const [f, fold] of folds.entries()) {
    const rows = folds.flatMap((other, i) => (i === f ? [] : other)).sort((a, b) => a - b);
    const scores = scoresOf(adapted(model, adapt(model, measured, { ...to, rows })), to.evidence);
    for (const row of fold) logOdds[row] = scores[row]!;
  }
  return logOdds;
}

/** What a model does with held-out pairs at a probability of 0.5. */
export interface HeldOutMetrics {
  accuracy: Figure;
  precision: Figure;
  recall: Figure;
  f1: Figure;
  auc: Figure;
  /** ECE over 15 bins, at the pairs' own share of matches. */
  calibrationError: number;
}

/** Of the labelled pairs. `offset` is `shareOffset` of the evidence. */
export function metricsOf(logOdds: Float64Array, labels: Uint8Array, offset: number): HeldOutMetrics {
  let truePositives = 0;
  let claimed = 0;
  let positives = 0;
  for (const [i, value] of logOdds.entries()) {
    positives += labels[i]!;
    if (value < 0) continue;
    claimed++;
    truePositives += labels[i]!;
  }
  const rows = labels.length;
  const falsePositives = claimed - truePositives;
  const falseNegatives = positives - truePositives;
  const right = rows - falsePositives - falseNegatives;
  const { precision, recall, f1 } = precisionRecall(truePositives, claimed, positives);
  const auc = areaUnderCurve(logOdds, labels);
  return {
    accuracy: { value: rows === 0 ? 0 : right / rows, ...shareInterval(right, rows) },
    precision: { value: precision, ...shareInterval(truePositives, claimed) },
    recall: { value: recall, ...shareInterval(truePositives, positives) },
    f1: { value: f1, ...f1Interval(truePositives, falsePositives, falseNegatives) },
    auc: { value: auc, ...areaInterval(auc, positives, rows - positives) },
    calibrationError: calibrationError(probabilitiesOf(logOdds, offset), labels),
  };
}

export const probabilitiesOf = (logOdds: Float64Array, offset: number): Float64Array =>
  logOdds.map((value) => 1 / (1 + Math.exp(-(value + offset))));
