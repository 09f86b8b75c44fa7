// UTF-8 at the level of bytes: what is valid, how long it is, and how a piece of it becomes a string.

const HIGH_BITS = 0x80808080;
const LOW_BITS = 0x01010101;

/** Whether bytes are whole, valid UTF-8 without a NUL. */
export function isCleanUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    at = nextUnusual(bytes, at);
    if (at === bytes.length) return true;
    const length = sequenceLength(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** The next byte from `at` that is NUL or not ASCII; four bytes are looked at together where they can be. */
function nextUnusual(bytes: Uint8Array, at: number): number {
  const isUnusual = (byte: number) => byte === 0 || byte >= 0x80;
  while (at < bytes.length && (bytes.byteOffset + at) % 4 !== 0) {
    if (isUnusual(bytes[at]!)) return at;
    at += 1;
  }
  if (at === bytes.length) return at;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  let index = 0;
  while (index < words.length) {
    const word = words[index]!;
    // The second term is not zero when one of the four bytes is.
    if ((word & HIGH_BITS) !== 0 || ((word - LOW_BITS) & ~word & HIGH_BITS) !== 0) break;
    index += 1;
  }
  at += index * 4;
  while (at < bytes.length && !isUnusual(bytes[at]!)) at += 1;
  return at;
}

/** Bytes of the character that starts at `at` and is not ASCII; 0 when it is none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const isShortest = first !== 0xe0 || second >= 0xa0;
    const isSurrogate = first === 0xed && second >= 0xa0;
    const isWhole = isContinuation(second) && isContinuation(bytes[at + 2] ?? 0);
    return isWhole && isShortest && !isSurrogate ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const isInRange = (first !== 0xf0 || second >= 0x90) && (first !== 0xf4 || second < 0x90);
  const isWhole =
    isContinuation(second) && isContinuation(bytes[at + 2] ?? 0) && isContinuation(bytes[at + 3] ?? 0);
  return isWhole && isInRange ? 4 : 0;
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
