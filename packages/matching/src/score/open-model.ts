// What is known of a model beside what a runtime answers: its thresholds, and an evaluator of the same trees.
import type { Plan } from '../plans/plan.ts';
import { cutsOfModel, type ModelCuts } from './model-cuts.ts';
import { readModelTrees } from './model-trees.ts';
import { type TreeEvaluator, treeEvaluator } from './tree-evaluator.ts';

export interface OpenedModel {
  cuts: ModelCuts;
  evaluator: TreeEvaluator;
}

/** Undefined when the bytes hold anything but sums of trees over the plan's comparisons, one by one. */
export function openModel(model: Uint8Array, plan: Plan): OpenedModel | undefined {
  const widths = plan.comparisons.map((comparison) => comparison.features.length);
  const trees = readModelTrees(model, {
    features: widths.reduce((sum, width) => sum + width, 0),
    rivals: plan.rivals.features.length,
  });
  const evaluator = trees && treeEvaluator(trees, widths);
  return evaluator && { cuts: cutsOfModel(trees), evaluator };
}
