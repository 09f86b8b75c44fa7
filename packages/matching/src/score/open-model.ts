// What is known of a model beside what a runtime answers: its thresholds, and an evaluator of the same trees.
import { cutsOfModel, type ModelCuts } from './model-cuts.ts';
import { type ModelTrees, readModelTrees } from './model-trees.ts';
import { type TreeEvaluator, treeEvaluator } from './tree-evaluator.ts';

export interface OpenedModel {
  cuts: ModelCuts;
  evaluator: TreeEvaluator;
  /** What the evaluator is made of, as plain data: another thread makes its own. */
  trees: ModelTrees;
}

/** How many features each comparison has, in order, and the rivals. */
export interface InputWidths {
  comparisons: readonly number[];
  rivals: number;
}

/** Undefined when the bytes hold anything but sums of trees over the comparisons, one by one. */
export function openModel(model: Uint8Array, widths: InputWidths): OpenedModel | undefined {
  const features = widths.comparisons.reduce((sum, width) => sum + width, 0);
  const trees = readModelTrees(model, { features, rivals: widths.rivals });
  const evaluator = trees && treeEvaluator(trees, widths.comparisons);
  return evaluator && { cuts: cutsOfModel(trees), evaluator, trees };
}
