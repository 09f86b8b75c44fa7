// UTF-8 at the level of bytes: what is valid, how long it is, and how a piece of it becomes a string.

/** Whether bytes are whole, valid UTF-8 without a NUL. */
export const isCleanUtf8 = (bytes: Uint8Array): boolean => !bytes.includes(0) && isUtf8(bytes);

const isUtf8 = globalThis.process?.getBuiltinModule?.('node:buffer').isUtf8 ?? isDecodable;

/** Browsers have no call that tells it without making text. */
function isDecodable(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Characters (UTF-16 units) of valid UTF-8 from `from` up to `to`. */
export function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (isContinuation(byte)) continue;
    count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** How Node makes a string of ASCII bytes: several times faster than its TextDecoder does. Browsers have only the latter. */
const sliceOfNode = (
  globalThis as {
    Buffer?: { prototype: { latin1Slice?: (this: Uint8Array, from: number, to: number) => string } };
  }
).Buffer?.prototype.latin1Slice;

/** Text of ASCII bytes, as a string of its own: a part of a longer one would keep all of that in memory. */
export const asciiText = (bytes: Uint8Array, from: number, to: number): string =>
  sliceOfNode ? sliceOfNode.call(bytes, from, to) : utf8.decode(bytes.subarray(from, to));

/** Text of valid UTF-8. */
export const utf8Text = (bytes: Uint8Array, from: number, to: number): string =>
  utf8.decode(bytes.subarray(from, to));
