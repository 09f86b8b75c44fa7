// A scorer of a model in the making: nobody has judged it yet, and no drift holds it back.
import type { Scorer } from '@medspasync/matching';
import { scorerOf } from '@medspasync/matching/node';
import { DRIFT_BINS, type DriftReference, type Plan, type ServiceEncoder } from '@medspasync/matching/stages';
import type { ApprovalBounds } from './approval-bound.ts';
import type { TrainedModel } from './train-model.ts';
import { type ModelFiles, packModel } from './write-model.ts';

const UNJUDGED = { precision: 0, recall: 0, f1: 0, auc: 0, calibrationError: 0, pairs: 0 };

/** A reference nothing drifts from. */
const anything = (plan: Plan): DriftReference => ({
  comparisons: plan.comparisons.map(() => ({
    shares: new Array<number>(DRIFT_BINS).fill(1 / DRIFT_BINS),
    cut: Number.POSITIVE_INFINITY,
  })),
});

/** The model's bytes with a manifest that claims nothing. */
export function unjudgedModel(
  model: TrainedModel,
  plan: Plan,
  bounds: ApprovalBounds,
  encoder: ServiceEncoder,
): ModelFiles {
  return packModel(model, plan, {
    version: 'unjudged',
    trainedOn: '1970-01-01',
    heldOut: UNJUDGED,
    bounds,
    drift: anything(plan),
    serviceEncoder: encoder.manifest.sha256,
  });
}

export function scorerFor(
  model: TrainedModel,
  plan: Plan,
  bounds: ApprovalBounds,
  encoder: ServiceEncoder,
): Promise<Scorer> {
  const files = unjudgedModel(model, plan, bounds, encoder);
  return scorerOf(files.model, files.manifest, encoder);
}
