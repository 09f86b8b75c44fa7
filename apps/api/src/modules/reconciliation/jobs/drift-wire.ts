// A job's drift as callers receive it.
import { type Drift, driftWords } from '@medspasync/matching';
import type { DriftWire } from '@medspasync/schemas';

export const driftToWire = (drift: Drift): DriftWire => ({
  overall: drift.overall,
  comparisons: drift.comparisons.map(({ comparison, label, stabilityIndex, missing, cut }) => ({
    comparison,
    label,
    stability_index: stabilityIndex,
    missing,
    cut,
  })),
  words: driftWords(drift),
});
