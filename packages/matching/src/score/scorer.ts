// What the engine asks of a model, whichever runtime brings it, and the manifest a model must carry.
import type { DriftReference } from './drift.ts';
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
   * Pairs whose amounts do not agree were not right often enough below this probability to be approved without a person;
   * measured on processes the model never met. At least 0.95.
   */
  approveFrom: number;
  /** SHA-256 of the service encoder whose vectors the model was taught on: another's would mean something else. */
  serviceEncoder: string;
  /** The same for pairs whose amounts agree; absent where it was not measured. */
  approveAgreeingFrom?: number;
  /** What likely pairs of training books looked like: from this a job's drift is measured, where a model has it. */
  drift?: DriftReference;
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
  /** What services mean is asked of a model of its own. */
  encoder: ServiceEncoder;
}

/** `manifest.json` beside the service encoder's `model.onnx`. */
export interface EncoderManifest {
  kind: string;
  version: string;
  /** Hash buckets, and numbers per vector. */
  buckets: number;
  width: number;
  /** Shorter vectors say too little to be compared: next to nothing in them was ever learned. */
  leastLength: number;
  trainedAt: string;
  trainingWordings: number;
  sha256: string;
  /** On wordings never seen in training; see the card. */
  heldOut: { wordings: number; topOne: number; auc: number };
}

/** A loaded service encoder. A wording is what `wordingOf` makes of a folded text; its vector is zero where it says too little. */
export interface ServiceEncoder {
  manifest: EncoderManifest;
  /** Vectors of many wordings, one after the other: by the runtime, in batches, unless the model's table is known. */
  encode(wordings: readonly string[]): Promise<Float32Array>;
  /** The same numbers for a few wordings without waiting for a runtime; the last few thousand are remembered. */
  encodeNow(wordings: readonly string[]): Float32Array;
}
