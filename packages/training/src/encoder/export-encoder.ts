// The bucket table → ONNX: rows of whole numbers are gathered and added up. Numbers are eight bits: a browser downloads them.
import { createHash } from 'node:crypto';
import { BUCKETS, type EncoderManifest } from '@medspasync/matching/stages';
import onnxProto from 'onnx-proto';
import { WIDTH } from './train-encoder.ts';

// The package is CommonJS: its namespaces are members of the default export.
const { onnx } = onnxProto;

const IR_VERSION = 8;
const OPSET = 15;
const LARGEST = 127;

/** The table in whole numbers of eight bits; directions stay, lengths are in units of the largest number. */
export function quantise(table: Float64Array): Int8Array {
  const largest = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(table, (value) => Math.round((value / largest) * LARGEST));
}

/** `ids` (wordings × buckets, int32, 0 for padding) → `vectors` (wordings × WIDTH, whole numbers as floats). */
export function exportEncoder(table: Int8Array): Uint8Array {
  const { DataType } = onnx.TensorProto;
  const model = onnx.ModelProto.create({
    irVersion: IR_VERSION,
    producerName: 'medspasync',
    opsetImport: [{ domain: '', version: OPSET }],
    graph: {
      name: 'service-encoder',
      input: [valueInfo('ids', DataType.INT32, [{ dimParam: 'wordings' }, { dimParam: 'buckets' }])],
      output: [valueInfo('vectors', DataType.FLOAT, [{ dimParam: 'wordings' }, { dimValue: WIDTH }])],
      initializer: [
        {
          name: 'table',
          dataType: DataType.INT8,
          dims: [BUCKETS + 1, WIDTH],
          rawData: new Uint8Array(table.buffer, table.byteOffset, table.byteLength),
        },
        { name: 'per_wording', dataType: DataType.INT64, dims: [1], int64Data: [1] },
      ],
      node: [
        { opType: 'Gather', input: ['table', 'ids'], output: ['rows'] },
        {
          opType: 'Cast',
          input: ['rows'],
          output: ['numbers'],
          attribute: [{ name: 'to', type: onnx.AttributeProto.AttributeType.INT, i: DataType.FLOAT }],
        },
        {
          opType: 'ReduceSum',
          input: ['numbers', 'per_wording'],
          output: ['vectors'],
          attribute: [{ name: 'keepdims', type: onnx.AttributeProto.AttributeType.INT, i: 0 }],
        },
      ],
    },
  });
  return onnx.ModelProto.encode(model).finish();
}

const valueInfo = (name: string, elemType: number, dim: { dimParam?: string; dimValue?: number }[]) => ({
  name,
  type: { tensorType: { elemType, shape: { dim } } },
});

/** The encoder's bytes and the manifest that describes them. */
export function packEncoder(
  table: Int8Array,
  about: Omit<EncoderManifest, 'kind' | 'buckets' | 'width' | 'sha256'>,
): { model: Uint8Array; manifest: EncoderManifest } {
  const model = exportEncoder(table);
  return {
    model,
    manifest: {
      kind: 'hashed-letter-runs',
      ...about,
      buckets: BUCKETS,
      width: WIDTH,
      sha256: createHash('sha256').update(model).digest('hex'),
    },
  };
}
