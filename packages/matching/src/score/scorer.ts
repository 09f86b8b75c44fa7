// What the engine asks of a model, whichever runtime brings it, and the manifest a model must carry.
import type { OpenedModel } from './open-model.ts';

/** Quality on pairs whose generator seeds training never saw. */
export interface ModelQuality {
  precision: number;
  recall: number;
  f1: number;
  auc: number;
  calibrationError: number;
  pairs: number;
}

/** `manifest.json` beside `model.onnx`: what the model is, what it reads, what it was measured to do. */
export interface ModelManifest {
  kind: string;
  version: string;
  /** Version of the model this one was adapted from, where it was not taught from nothing. */
  basedOn?: string;
  plan: string;
  /** Names of the model's inputs, in order. */
  features: string[];
  /** The comparisons whose contributions are the model's first output, in order. */
  comparisons: { name: string; label: string }[];
  /** Inputs of the second output: how a pair stands against its rivals. */
  rivalFeatures: string[];
  /**
   * The share of a pair's own sum that its rivals' contribution takes back before it adds its own: so the trees on rivals
   * can tame a score that boasts, and the total still never falls when the sum rises.
   */
  rivalDamping: number;
  /** Log-odds of a match before anything is compared. */
  baseLogOdds: number;
  /** Calibrated log-odds = shift + scale × (base + Σ contributions). */
  calibration: { scale: number; shift: number };
  /** Share of true pairs among the candidates of training: the point from which a job's own share is estimated. */
  trainingPrior: number;
  /**
   * Pairs whose amounts do not agree were not right often enough below this probability to be approved without a person.
   * At least 0.95.
   */
  approveFrom: number;
  trainedAt: string;
  trainingSize: number;
  sha256: string;
  heldOut: ModelQuality;
}

/**
 * A loaded model. What is known of its trees saves asking: inputs that no threshold tells apart are asked once, and a row
 * or two are evaluated here. Both calls take rows × inputs in row order and may be called with any number of rows.
 */
export interface Scorer extends Partial<OpenedModel> {
  manifest: ModelManifest;
  /** rows × comparisons log-odds contributions; NaN marks a missing input. */
  contributions(features: Float32Array, rows: number): Promise<Float32Array>;
  /** One log-odds contribution per row from its rivals. */
  rivals(features: Float32Array, rows: number): Promise<Float32Array>;
}
