// The encoder's table, read from its ONNX bytes: with it a job's wordings are encoded without loading a runtime. The file
// stays what is run elsewhere; this is the same table, seen from inside.
import { fieldsOf, integersIn, textIn } from '../score/onnx-fields.ts';
import type { EncoderManifest } from '../score/scorer.ts';

/** Field numbers of onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_INITIALIZER = 5;
const NODE_OPERATOR = 4;
const TENSOR_DIMENSIONS = 1;
const TENSOR_TYPE = 2;
const TENSOR_NAME = 8;
const TENSOR_BYTES = 9;
const INT8 = 3;

/** What a table of which rows are gathered and added up is made of. */
const STEPS = 'Gather Cast ReduceSum';

/** Rows of `width` whole numbers, one for each bucket and the padding; undefined when the model is anything else. */
export function readEncoderTable(
  model: Uint8Array,
  { buckets, width }: Pick<EncoderManifest, 'buckets' | 'width'>,
): Float32Array | undefined {
  const [graph] = fieldsOf(model, MODEL_GRAPH);
  if (graph === undefined) return undefined;
  const steps = fieldsOf(graph, GRAPH_NODE).map((node) => textIn(fieldsOf(node, NODE_OPERATOR)[0]));
  const table = fieldsOf(graph, GRAPH_INITIALIZER).find(
    (tensor) => textIn(fieldsOf(tensor, TENSOR_NAME)[0]) === 'table',
  );
  if (steps.join(' ') !== STEPS || table === undefined) return undefined;
  const [bytes] = fieldsOf(table, TENSOR_BYTES);
  const [rows, columns] = integersIn(fieldsOf(table, TENSOR_DIMENSIONS));
  const [type] = integersIn(fieldsOf(table, TENSOR_TYPE));
  const isTable = type === INT8 && rows === buckets + 1 && columns === width;
  if (!isTable || bytes?.length !== rows * columns) return undefined;
  return Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}
