// Trees → one ONNX file with two independent halves: features → a contribution per comparison, and
// rival features → the rivals' contribution. Tree operators of ai.onnx.ml 3 with opset 15 run in Node and in browsers.
import onnxProto, { type onnx as Onnx } from 'onnx-proto';
import { LEAF, type TreeModel } from './trees.ts';

// The package is CommonJS: its namespaces are members of the default export.
const { onnx } = onnxProto;

const IR_VERSION = 8;
const OPSET = 15;
const ML_OPSET = 3;

/** Serialised model; the same trees give the same bytes. */
export function exportOnnx(comparisons: TreeModel, rivals: TreeModel): Uint8Array {
  const model = onnx.ModelProto.create({
    irVersion: IR_VERSION,
    producerName: 'medspasync',
    opsetImport: [
      { domain: '', version: OPSET },
      { domain: 'ai.onnx.ml', version: ML_OPSET },
    ],
    graph: {
      name: 'rewards-to-pos',
      input: [
        tensor('features', 'pairs', comparisons.features),
        tensor('rival_features', 'rivals', rivals.features),
      ],
      output: [
        tensor('contributions', 'pairs', comparisons.groups),
        tensor('rival_contribution', 'rivals', rivals.groups),
      ],
      node: [
        ensemble('comparisons', 'features', 'contributions', comparisons),
        ensemble('rivals', 'rival_features', 'rival_contribution', rivals),
      ],
    },
  });
  return onnx.ModelProto.encode(model).finish();
}

function tensor(name: string, rows: string, columns: number): Onnx.IValueInfoProto {
  return {
    name,
    type: {
      tensorType: {
        elemType: onnx.TensorProto.DataType.FLOAT,
        shape: { dim: [{ dimParam: rows }, { dimValue: columns }] },
      },
    },
  };
}

function ensemble(name: string, input: string, output: string, model: TreeModel): Onnx.INodeProto {
  const nodes = model.trees.flatMap((tree, treeId) =>
    tree.feature.map((feature, nodeId) => ({ tree, treeId, nodeId, isLeaf: feature === LEAF })),
  );
  const leaves = nodes.filter((node) => node.isLeaf);
  return {
    name,
    opType: 'TreeEnsembleRegressor',
    domain: 'ai.onnx.ml',
    input: [input],
    output: [output],
    attribute: [
      integer('n_targets', model.groups),
      string('post_transform', 'NONE'),
      string('aggregate_function', 'SUM'),
      integers(
        'nodes_treeids',
        nodes.map((n) => n.treeId),
      ),
      integers(
        'nodes_nodeids',
        nodes.map((n) => n.nodeId),
      ),
      integers(
        'nodes_featureids',
        nodes.map((n) => (n.isLeaf ? 0 : n.tree.feature[n.nodeId]!)),
      ),
      floats(
        'nodes_values',
        nodes.map((n) => n.tree.threshold[n.nodeId]!),
      ),
      strings(
        'nodes_modes',
        nodes.map((n) => (n.isLeaf ? 'LEAF' : 'BRANCH_LEQ')),
      ),
      integers(
        'nodes_truenodeids',
        nodes.map((n) => (n.isLeaf ? 0 : n.tree.left[n.nodeId]!)),
      ),
      integers(
        'nodes_falsenodeids',
        nodes.map((n) => (n.isLeaf ? 0 : n.tree.right[n.nodeId]!)),
      ),
      integers(
        'nodes_missing_value_tracks_true',
        nodes.map((n) => Number(n.tree.missingLeft[n.nodeId])),
      ),
      integers(
        'target_treeids',
        leaves.map((n) => n.treeId),
      ),
      integers(
        'target_nodeids',
        leaves.map((n) => n.nodeId),
      ),
      integers(
        'target_ids',
        leaves.map((n) => n.tree.group),
      ),
      floats(
        'target_weights',
        leaves.map((n) => n.tree.value[n.nodeId]!),
      ),
    ],
  };
}

const { AttributeType } = onnx.AttributeProto;
const utf8 = new TextEncoder();

const integer = (name: string, i: number): Onnx.IAttributeProto => ({ name, type: AttributeType.INT, i });
const integers = (name: string, ints: number[]): Onnx.IAttributeProto => ({
  name,
  type: AttributeType.INTS,
  ints,
});
const floats = (name: string, values: number[]): Onnx.IAttributeProto => ({
  name,
  type: AttributeType.FLOATS,
  floats: values,
});
const string = (name: string, s: string): Onnx.IAttributeProto => ({
  name,
  type: AttributeType.STRING,
  s: utf8.encode(s),
});
const strings = (name: string, values: string[]): Onnx.IAttributeProto => ({
  name,
  type: AttributeType.STRINGS,
  strings: values.map((value) => utf8.encode(value)),
});
