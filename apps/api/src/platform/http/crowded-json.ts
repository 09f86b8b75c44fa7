// JSON that is small to send and large to read: millions of empty lists, or lists within lists. Counted before it is parsed, which
// takes a hundredth of what parsing it would.
import { Refusal } from '../errors/index.ts';

export interface JsonBounds {
  /** Entries of lists and fields of objects, about. */
  values: number;
  /** Lists and objects within each other. */
  depth: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** @param bytes as UTF-8; whether it is JSON at all, the parser says. */
export function isCrowded(bytes: Uint8Array, bounds: JsonBounds): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte < 0x5b) continue;
    else if (OPENING.has(byte)) {
      values += 1;
      depth += 1;
    } else if (CLOSING.has(byte)) depth -= 1;
    if (values > bounds.values || depth > bounds.depth) return true;
  }
  return false;
}

/** Where the text that starts at `start` has its closing quote; behind the last byte when it has none. */
function endOfText(bytes: Uint8Array, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let backslashes = 0;
    while (bytes[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return bytes.length;
}

export const crowdedJson = (cause?: unknown): Refusal =>
  new Refusal('request.too-large', {
    detail: 'The JSON has too many values, or too many within each other.',
    cause,
  });
