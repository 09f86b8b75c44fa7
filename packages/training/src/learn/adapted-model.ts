// A model as trees with its calibration, how it scores pairs in company, and what adapting it means.
import type { ModelManifest } from '@medspasync/matching';
import { rivalFeatures } from '@medspasync/matching/stages';
import type { Line } from '../calibrate.ts';
import { readOnnx } from '../read-onnx.ts';
import { contributionsOf, logOddsOf, type TreeModel } from '../trees.ts';
import type { Evidence } from './evidence.ts';

/** `model.onnx` with its manifest. */
export interface ModelFile {
  model: Uint8Array;
  manifest: ModelManifest;
}

export interface AdaptableModel {
  comparisons: TreeModel;
  rivals: TreeModel;
  calibration: Line;
  rivalDamping: number;
}

/** What is changed about a model. */
export interface Adaptation {
  step: AdaptationStep;
  /** Added to the calibrated log-odds, after `scale` times them, so that as many matches are expected as before. */
  shift: number;
  scale: number;
  /** Factor of each comparison's contributions. */
  weights: readonly number[];
  /** More trees, in the units of the comparisons' own. */
  corrections: TreeModel | null;
}

/** Each step frees more than the one before. */
export type AdaptationStep = 'scale' | 'weights' | 'trees';

export const adaptableModel = ({ model, manifest }: ModelFile): AdaptableModel => ({
  ...readOnnx(model, manifest.baseLogOdds),
  calibration: manifest.calibration,
  rivalDamping: manifest.rivalDamping,
});

/** Calibrated log-odds of the known rows, at training's share of true pairs, as a job of these rows has them. */
export function scoresOf(model: AdaptableModel, evidence: Evidence): Float64Array {
  const { calibration, rivalDamping } = model;
  const { candidates, features, known, posRows, rewardRows } = evidence;
  const first = logOddsOf(model.comparisons, features, candidates.count);
  const rivals = logOddsOf(model.rivals, rivalFeatures(candidates, first, rewardRows, posRows), known);
  return rivals.map(
    (rival, row) => calibration.shift + calibration.scale * ((1 - rivalDamping) * first[row]! + rival),
  );
}

/** What a model says of the known rows. */
export interface Measured {
  scores: Float64Array;
  /** rows × comparisons, calibrated: what each comparison adds to a pair's log-odds. */
  contributions: Float64Array;
}

export function measure(model: AdaptableModel, evidence: Evidence): Measured {
  const { comparisons, calibration } = model;
  const contributions = contributionsOf(comparisons, evidence.features, evidence.known);
  return {
    scores: scoresOf(model, evidence),
    contributions: contributions.map((value) => value * calibration.scale),
  };
}

export function adapted(model: AdaptableModel, adaptation: Adaptation): AdaptableModel {
  const { corrections, scale, shift, weights } = adaptation;
  const { comparisons } = model;
  const trees = comparisons.trees.map((tree) => {
    const weight = weights[tree.group]!;
    return weight === 1 ? tree : { ...tree, value: tree.value.map((value) => value * weight) };
  });
  return {
    ...model,
    comparisons: {
      ...comparisons,
      baseLogOdds: comparisons.baseLogOdds + (corrections?.baseLogOdds ?? 0),
      trees: [...trees, ...(corrections?.trees ?? [])],
    },
    calibration: {
      scale: scale * model.calibration.scale,
      shift: scale * model.calibration.shift + shift,
    },
  };
}
