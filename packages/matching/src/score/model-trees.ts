// The trees of a model, read from its ONNX bytes into flat arrays: what they ask and answer can then be known without
// asking the runtime. The file stays what is run; this is the same trees, seen from inside.
import { fieldsOf, floatsIn, integersIn, isText, textIn } from './onnx-fields.ts';

/** One ensemble of regression trees whose leaves add to targets. Nodes are numbered across all trees. */
export interface TreeEnsemble {
  /** Inputs of a row. */
  width: number;
  targets: number;
  /** First node of each tree, in the order in which the runtime adds them up. */
  roots: Int32Array;
  /** The input a node asks for, or LEAF. */
  feature: Int32Array;
  /** A value of at most this takes the first branch. */
  threshold: Float32Array;
  /** Three branches of each node: at most the threshold, above it, missing. A leaf's lead back to it. */
  branch: Int32Array;
  /** Of a leaf: the target it adds to, and what it adds. */
  target: Int32Array;
  weight: Float32Array;
}

export interface ModelTrees {
  comparisons: TreeEnsemble;
  rivals: TreeEnsemble;
}

export const LEAF = -1;

/** Field numbers of onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE_INPUT = 1;
const NODE_OPERATOR = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_NAME = 1;
const ATTRIBUTE_INTEGER = 3;
const ATTRIBUTE_STRING = 4;
const ATTRIBUTE_FLOATS = 7;
const ATTRIBUTE_INTEGERS = 8;
const ATTRIBUTE_STRINGS = 9;

/** Undefined when the model is anything but two sums of trees that ask "at most". */
export function readModelTrees(
  model: Uint8Array,
  inputs: { features: number; rivals: number },
): ModelTrees | undefined {
  const ensembles = new Map<string, TreeEnsemble | undefined>();
  for (const graph of fieldsOf(model, MODEL_GRAPH)) {
    for (const node of fieldsOf(graph, GRAPH_NODE)) {
      if (textIn(fieldsOf(node, NODE_OPERATOR)[0]) !== 'TreeEnsembleRegressor') return undefined;
      const input = textIn(fieldsOf(node, NODE_INPUT)[0]);
      ensembles.set(input, readEnsemble(node, input === 'features' ? inputs.features : inputs.rivals));
    }
  }
  const comparisons = ensembles.get('features');
  const rivals = ensembles.get('rival_features');
  return comparisons && rivals ? { comparisons, rivals } : undefined;
}

/** The attributes of an ONNX node by name. */
class Attributes {
  private readonly byName: ReadonlyMap<string, Uint8Array>;

  constructor(node: Uint8Array) {
    this.byName = new Map(
      fieldsOf(node, NODE_ATTRIBUTE).map((attribute) => [
        textIn(fieldsOf(attribute, ATTRIBUTE_NAME)[0]),
        attribute,
      ]),
    );
  }

  has = (name: string): boolean => this.byName.has(name);
  text = (name: string): string => textIn(this.fields(name, ATTRIBUTE_STRING)[0]);
  strings = (name: string): Uint8Array[] => this.fields(name, ATTRIBUTE_STRINGS);
  integer = (name: string): number => integersIn(this.fields(name, ATTRIBUTE_INTEGER))[0]!;
  integers = (name: string): Int32Array => integersIn(this.fields(name, ATTRIBUTE_INTEGERS));
  floats = (name: string): Float32Array => floatsIn(this.fields(name, ATTRIBUTE_FLOATS));

  private fields(name: string, number: number): Uint8Array[] {
    return fieldsOf(this.byName.get(name) ?? new Uint8Array(), number);
  }
}

function readEnsemble(node: Uint8Array, width: number): TreeEnsemble | undefined {
  const attributes = new Attributes(node);
  const isPlainSum =
    attributes.text('aggregate_function') === 'SUM' &&
    attributes.text('post_transform') === 'NONE' &&
    !attributes.has('base_values');
  const feature = featuresAsked(attributes, width);
  const roots = rootsOf(attributes.integers('nodes_treeids'), attributes.integers('nodes_nodeids'));
  if (!isPlainSum || feature === undefined || roots === undefined) return undefined;
  return {
    width,
    targets: attributes.integer('n_targets'),
    roots,
    feature,
    threshold: attributes.floats('nodes_values'),
    branch: branchesOf(attributes, feature, roots),
    ...leavesOf(attributes, feature, roots),
  };
}

/** The feature each node asks for, or LEAF; undefined when one asks anything but "at most". */
function featuresAsked(attributes: Attributes, width: number): Int32Array | undefined {
  const asked = attributes.integers('nodes_featureids');
  for (const [node, mode] of attributes.strings('nodes_modes').entries()) {
    if (isText(mode, 'LEAF')) asked[node] = LEAF;
    else if (!isText(mode, 'BRANCH_LEQ') || asked[node]! >= width) return undefined;
  }
  return asked;
}

/** The first node of each tree; undefined unless trees and their nodes are numbered from 0 in the order they stand in. */
function rootsOf(trees: Int32Array, nodes: Int32Array): Int32Array | undefined {
  const roots: number[] = [];
  for (let place = 0; place < trees.length; place++) {
    const tree = trees[place]!;
    if (tree === roots.length) roots.push(place);
    if (tree !== roots.length - 1 || nodes[place] !== place - roots[tree]!) return undefined;
  }
  return Int32Array.from(roots);
}

function branchesOf(attributes: Attributes, feature: Int32Array, roots: Int32Array): Int32Array {
  const trees = attributes.integers('nodes_treeids');
  const atMost = attributes.integers('nodes_truenodeids');
  const above = attributes.integers('nodes_falsenodeids');
  const missingIsAtMost = attributes.integers('nodes_missing_value_tracks_true');
  const branch = new Int32Array(feature.length * 3);
  for (let node = 0; node < feature.length; node++) {
    const asked = feature[node];
    const root = roots[trees[node]!]!;
    branch[node * 3] = asked === LEAF ? node : root + atMost[node]!;
    branch[node * 3 + 1] = asked === LEAF ? node : root + above[node]!;
    branch[node * 3 + 2] = branch[node * 3 + (missingIsAtMost[node] === 1 ? 0 : 1)]!;
  }
  return branch;
}

function leavesOf(attributes: Attributes, feature: Int32Array, roots: Int32Array) {
  const trees = attributes.integers('target_treeids');
  const targets = attributes.integers('target_ids');
  const weights = attributes.floats('target_weights');
  const target = new Int32Array(feature.length);
  const weight = new Float32Array(feature.length);
  for (const [leaf, node] of attributes.integers('target_nodeids').entries()) {
    const place = roots[trees[leaf]!]! + node;
    target[place] = targets[leaf]!;
    weight[place] = weights[leaf]!;
  }
  return { target, weight };
}
