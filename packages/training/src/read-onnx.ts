// One ONNX file → its trees: what `exportOnnx` writes, read back, so that a model can be adapted.
import onnxProto, { type onnx as Onnx } from 'onnx-proto';
import { LEAF, type Tree, type TreeModel } from './trees.ts';

const { onnx } = onnxProto;

/** Both halves of a model. The bases are the manifest's affair: the file holds contributions only. */
export function readOnnx(
  bytes: Uint8Array,
  baseLogOdds: number,
): { comparisons: TreeModel; rivals: TreeModel } {
  const graph = onnx.ModelProto.decode(bytes).graph!;
  const half = (name: string, base: number): TreeModel => {
    const node = graph.node?.find((candidate) => candidate.name === name);
    if (!node) throw new Error(`the model has no trees named ${name}`);
    const input = graph.input?.find((candidate) => candidate.name === node.input?.[0]);
    const features = Number(input?.type?.tensorType?.shape?.dim?.[1]?.dimValue);
    return { ...treesOf(node), baseLogOdds: base, features };
  };
  return { comparisons: half('comparisons', baseLogOdds), rivals: half('rivals', 0) };
}

function treesOf(node: Onnx.INodeProto): Pick<TreeModel, 'groups' | 'trees'> {
  const attributes = new Map(node.attribute?.map((attribute) => [attribute.name, attribute]));
  const integers = (name: string): number[] => (attributes.get(name)?.ints ?? []).map(Number);
  const floats = (name: string): number[] => [...(attributes.get(name)?.floats ?? [])];
  const nodeTrees = integers('nodes_treeids');
  const nodeIds = integers('nodes_nodeids');
  const features = integers('nodes_featureids');
  const thresholds = floats('nodes_values');
  const lefts = integers('nodes_truenodeids');
  const rights = integers('nodes_falsenodeids');
  const missingLefts = integers('nodes_missing_value_tracks_true');
  const isLeaf = (attributes.get('nodes_modes')?.strings ?? []).map(
    (mode) => Buffer.from(mode).toString() === 'LEAF',
  );
  const trees: Tree[] = [];
  for (const [i, treeId] of nodeTrees.entries()) {
    trees[treeId] ??= {
      group: 0,
      feature: [],
      threshold: [],
      left: [],
      right: [],
      missingLeft: [],
      value: [],
    };
    const tree = trees[treeId];
    const at = nodeIds[i]!;
    tree.feature[at] = isLeaf[i] ? LEAF : features[i]!;
    tree.threshold[at] = thresholds[i]!;
    tree.left[at] = isLeaf[i] ? LEAF : lefts[i]!;
    tree.right[at] = isLeaf[i] ? LEAF : rights[i]!;
    tree.missingLeft[at] = missingLefts[i] === 1;
    tree.value[at] = 0;
  }
  const targetTrees = integers('target_treeids');
  const targetNodes = integers('target_nodeids');
  const targets = integers('target_ids');
  for (const [i, weight] of floats('target_weights').entries()) {
    const tree = trees[targetTrees[i]!]!;
    tree.group = targets[i]!;
    tree.value[targetNodes[i]!] = weight;
  }
  return { groups: Number(attributes.get('n_targets')?.i), trees };
}
