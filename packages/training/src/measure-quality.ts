// Quality of probabilities against labels: precision and recall at a cut, ranking, and calibration.
import type { ModelQuality } from '@medspasync/matching';

const CALIBRATION_BINS = 15;

/** Precision, recall and F1 of `probability >= cut`, AUC by rank, and the expected calibration error over 15 bins. */
export function measureQuality(probabilities: Float64Array, labels: Uint8Array, cut = 0.5): ModelQuality {
  let truePositives = 0;
  let claimed = 0;
  let positives = 0;
  for (const [i, p] of probabilities.entries()) {
    positives += labels[i]!;
    if (p < cut) continue;
    claimed++;
    truePositives += labels[i]!;
  }
  return {
    ...precisionRecall(truePositives, claimed, positives),
    auc: areaUnderCurve(probabilities, labels),
    calibrationError: calibrationError(probabilities, labels),
    pairs: labels.length,
  };
}

/** Zero where nothing was claimed or nothing was to be found. */
export function precisionRecall(
  truePositives: number,
  claimed: number,
  positives: number,
): { precision: number; recall: number; f1: number } {
  const precision = claimed === 0 ? 0 : truePositives / claimed;
  const recall = positives === 0 ? 0 : truePositives / positives;
  const f1 = truePositives === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** Chance that a true pair scores above a false one; ties count half. NaN where one of the two is missing. */
export function areaUnderCurve(scores: Float64Array, labels: Uint8Array): number {
  const order = Int32Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    for (let k = from; k < to; k++) {
      if (labels[order[k]!] !== 1) continue;
      positives++;
      rankSum += (from + to + 1) / 2;
    }
    from = to;
  }
  const negatives = labels.length - positives;
  return positives === 0 || negatives === 0
    ? Number.NaN
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean distance between what was promised and what came true, over equally wide bins of probability. */
export function calibrationError(probabilities: Float64Array, labels: Uint8Array): number {
  const promised = new Float64Array(CALIBRATION_BINS);
  const came = new Float64Array(CALIBRATION_BINS);
  for (const [i, p] of probabilities.entries()) {
    const bin = Math.min(CALIBRATION_BINS - 1, Math.floor(p * CALIBRATION_BINS));
    promised[bin] = promised[bin]! + p;
    came[bin] = came[bin]! + labels[i]!;
  }
  const distance = promised.reduce((sum, value, bin) => sum + Math.abs(value - came[bin]!), 0);
  return labels.length === 0 ? 0 : distance / labels.length;
}
