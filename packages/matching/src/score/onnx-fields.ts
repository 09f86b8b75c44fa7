// A few fields of the protobuf format, as ONNX files are made of: no runtime tells what its model is made of, and a parser
// for the rest would be dead weight.

const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;

const utf8 = new TextDecoder();

/** Where reading stands: tens of thousands of numbers are read while a program starts. */
class Cursor {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  varint(): number {
    let byte = this.bytes[this.at++]!;
    if (byte < 0x80) return byte;
    let value = 0;
    let scale = 1;
    for (; byte >= 0x80; byte = this.bytes[this.at++]!) {
      value += (byte & 0x7f) * scale;
      scale *= 128;
    }
    return value + byte * scale;
  }

  /** Leaves one field's contents behind. Answers where they begin. */
  skip(kind: number): number {
    const length = kind === LENGTH_DELIMITED ? this.varint() : 0;
    const from = this.at;
    if (kind === VARINT) this.varint();
    else this.at += kind === LENGTH_DELIMITED ? length : kind === FIXED64 ? 8 : 4;
    return from;
  }
}

/** The contents of every field of that number, in order. */
export function fieldsOf(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  const cursor = new Cursor(message);
  while (cursor.hasMore()) {
    const tag = cursor.varint();
    const from = cursor.skip(tag & 7);
    if (tag >>> 3 === wanted) found.push(message.subarray(from, cursor.at));
  }
  return found;
}

export const textIn = (bytes: Uint8Array | undefined): string => utf8.decode(bytes);

/** Whether bytes spell an ASCII text, without making a string of them. */
export function isText(bytes: Uint8Array, text: string): boolean {
  if (bytes.length !== text.length) return false;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Integers of fields that are packed or stand alone. */
export function integersIn(fields: readonly Uint8Array[]): Int32Array {
  const values = new Int32Array(fields.reduce((bytes, field) => bytes + field.length, 0));
  let count = 0;
  for (const field of fields) {
    const cursor = new Cursor(field);
    while (cursor.hasMore()) values[count++] = cursor.varint();
  }
  return values.subarray(0, count);
}

/** Single-precision numbers of fields that are packed or stand alone. */
export function floatsIn(fields: readonly Uint8Array[]): Float32Array {
  const values = new Float32Array(fields.reduce((bytes, field) => bytes + field.length, 0) / 4);
  let count = 0;
  for (const field of fields) {
    const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
    for (let at = 0; at < field.length; at += 4) values[count++] = view.getFloat32(at, true);
  }
  return values;
}
