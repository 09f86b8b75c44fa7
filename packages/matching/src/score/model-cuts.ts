// The thresholds of a model's trees, read from its ONNX bytes. A tree asks nothing but whether a value is at most a
// threshold: values between the same neighbours take the same way through every tree, and need to be asked only once.
// A few fields of the protobuf format suffice: no runtime tells them, and a parser for the rest would be dead weight.

/** By model input, the ascending thresholds that any tree compares it with. */
export interface ModelCuts {
  features: readonly Float32Array[];
  rivals: readonly Float32Array[];
}

/** Field numbers of onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE_INPUT = 1;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_NAME = 1;
const ATTRIBUTE_FLOATS = 7;
const ATTRIBUTE_INTS = 8;
const ATTRIBUTE_STRINGS = 9;

const text = new TextDecoder();

/** Undefined when a tree asks anything but "at most": then nothing is known about which values are alike. */
export function readModelCuts(
  model: Uint8Array,
  inputs: { features: number; rivals: number },
): ModelCuts | undefined {
  const cutsByInput = new Map<string, readonly Float32Array[] | undefined>();
  for (const graph of fieldsOf(model, MODEL_GRAPH)) {
    for (const node of fieldsOf(graph, GRAPH_NODE)) {
      const input = text.decode(fieldsOf(node, NODE_INPUT)[0]);
      cutsByInput.set(input, cutsOfTrees(node, input === 'features' ? inputs.features : inputs.rivals));
    }
  }
  const features = cutsByInput.get('features');
  const rivals = cutsByInput.get('rival_features');
  return features && rivals ? { features, rivals } : undefined;
}

function cutsOfTrees(node: Uint8Array, width: number): Float32Array[] | undefined {
  const attributes = new Map(
    fieldsOf(node, NODE_ATTRIBUTE).map((attribute) => [
      text.decode(fieldsOf(attribute, ATTRIBUTE_NAME)[0]),
      attribute,
    ]),
  );
  const attribute = (name: string): Uint8Array => attributes.get(name) ?? new Uint8Array();
  const modes = fieldsOf(attribute('nodes_modes'), ATTRIBUTE_STRINGS).map((mode) => text.decode(mode));
  const features = fieldsOf(attribute('nodes_featureids'), ATTRIBUTE_INTS).flatMap(integersIn);
  const values = fieldsOf(attribute('nodes_values'), ATTRIBUTE_FLOATS).flatMap(floatsIn);
  const cuts = Array.from({ length: width }, () => new Set<number>());
  for (const [i, mode] of modes.entries()) {
    if (mode === 'LEAF') continue;
    const ofFeature = cuts[features[i]!];
    if (mode !== 'BRANCH_LEQ' || ofFeature === undefined) return undefined;
    ofFeature.add(values[i]!);
  }
  return cuts.map((set) => Float32Array.from(set).sort());
}

const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;

/** The contents of every length-delimited field of that number; numbers alone stand in a view of their own. */
function fieldsOf(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < message.length; ) {
    const [tag, start] = varintAt(message, at);
    const kind = tag & 7;
    const [length, from] = kind === LENGTH_DELIMITED ? varintAt(message, start) : [0, start];
    if (kind === VARINT) at = varintAt(message, start)[1];
    else at = from + (kind === LENGTH_DELIMITED ? length : kind === FIXED64 ? 8 : 4);
    if (tag >>> 3 === wanted) found.push(message.subarray(from, at));
  }
  return found;
}

function varintAt(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  let scale = 1;
  for (let at = from; ; at++) {
    const byte = bytes[at]!;
    value += (byte & 0x7f) * scale;
    if (!(byte & 0x80)) return [value, at + 1];
    scale *= 128;
  }
}

function integersIn(packed: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < packed.length; ) {
    const [value, next] = varintAt(packed, at);
    values.push(value);
    at = next;
  }
  return values;
}

function floatsIn(packed: Uint8Array): number[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
