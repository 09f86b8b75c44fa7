// Services as vectors: wordings of one treatment point the same way. A vector is a sum of small whole numbers, one row per
// bucket, so every runtime and the evaluation here give the very same numbers, whatever the order of adding.
import type { OnnxSession } from '../score/onnx-scorer.ts';
import type { EncoderManifest, ServiceEncoder } from '../score/scorer.ts';
import { bucketsOf } from './wording-buckets.ts';

/** Makes an int32 tensor of the runtime at hand. */
export type MakeIds = (data: Int32Array, shape: readonly [number, number]) => unknown;

const BATCH_WORDINGS = 256;
const REMEMBERED_WORDINGS = 4096;

export async function onnxEncoder(
  session: OnnxSession,
  manifest: EncoderManifest,
  makeIds: MakeIds,
): Promise<ServiceEncoder> {
  const run = async (ids: Int32Array, shape: readonly [number, number]): Promise<Float32Array> => {
    const answer = await session.run({ ids: makeIds(ids, shape) }, ['vectors']);
    return answer.vectors!.data as Float32Array;
  };
  // The rows are asked of the model itself, one bucket at a time: evaluation here cannot know others than the runtime does.
  const rows = manifest.buckets + 1;
  const table = await run(
    Int32Array.from({ length: rows }, (_, bucket) => bucket),
    [rows, 1],
  );
  return {
    manifest,
    encode: async (wordings) => {
      const vectors = new Float32Array(wordings.length * manifest.width);
      for (let from = 0; from < wordings.length; from += BATCH_WORDINGS) {
        const batch = wordings.slice(from, from + BATCH_WORDINGS).map(bucketsOf);
        const longest = batch.reduce((most, { length }) => Math.max(most, length), 1);
        const ids = new Int32Array(batch.length * longest);
        for (const [i, buckets] of batch.entries()) ids.set(buckets, i * longest);
        vectors.set(await run(ids, [batch.length, longest]), from * manifest.width);
      }
      return silenced(vectors, manifest);
    },
    encodeNow: evaluatorOf(table, manifest),
  };
}

/** An encoder whose table is known: nothing is left for a runtime to do. */
export function tableEncoder(table: Float32Array, manifest: EncoderManifest): ServiceEncoder {
  const encodeNow = evaluatorOf(table, manifest);
  return { manifest, encode: async (wordings) => encodeNow(wordings), encodeNow };
}

/** Adds up rows of `table`, as the model does. */
export function evaluatorOf(
  table: Float32Array,
  manifest: Pick<EncoderManifest, 'width' | 'leastLength'>,
): ServiceEncoder['encodeNow'] {
  const { width } = manifest;
  const remembered = new Map<string, Float32Array>();
  const vectorOf = (wording: string): Float32Array => {
    const known = remembered.get(wording);
    if (known !== undefined) return known;
    const vector = new Float32Array(width);
    for (const bucket of bucketsOf(wording)) {
      for (let d = 0; d < width; d++) vector[d] = vector[d]! + table[bucket * width + d]!;
    }
    silenced(vector, manifest);
    if (remembered.size === REMEMBERED_WORDINGS) remembered.clear();
    remembered.set(wording, vector);
    return vector;
  };
  return (wordings) => {
    const vectors = new Float32Array(wordings.length * width);
    for (const [i, wording] of wordings.entries()) vectors.set(vectorOf(wording), i * width);
    return vectors;
  };
}

/** Zeroes what is too short to say anything, in place. Whole numbers: the length is exact up to its last square root. */
function silenced(
  vectors: Float32Array,
  { width, leastLength }: Pick<EncoderManifest, 'width' | 'leastLength'>,
): Float32Array {
  for (let at = 0; at < vectors.length; at += width) {
    let squares = 0;
    for (let d = at; d < at + width; d++) squares += vectors[d]! * vectors[d]!;
    if (squares < leastLength * leastLength) vectors.fill(0, at, at + width);
  }
  return vectors;
}
