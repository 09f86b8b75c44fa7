// How often a model is right where it works, from what people decided: counts as the wire shows them.
import type { LivePrecisionWire, VersionPrecisionWire } from '@medspasync/schemas';
import { shareInterval } from '@medspasync/training/learn';

/** Pairs of one model version, over all completed jobs of an organization. */
export interface VersionOutcomes {
  modelVersion: string;
  /** Sent to a person and decided; approved. */
  decided: number;
  approved: number;
  /** Matched without a person; of them rejected or paired anew. */
  autoApproved: number;
  overturned: number;
}

export const versionPrecisionToWire = (outcomes: VersionOutcomes): VersionPrecisionWire => ({
  model_version: outcomes.modelVersion,
  suggestions: precisionOf(outcomes.approved, outcomes.decided),
  auto_approved: precisionOf(outcomes.autoApproved - outcomes.overturned, outcomes.autoApproved),
});

const precisionOf = (right: number, pairs: number): LivePrecisionWire =>
  pairs === 0
    ? { pairs, right, precision: null, interval: null }
    : { pairs, right, precision: right / pairs, interval: shareInterval(right, pairs) };
