// Bytes of any encoding to UTF-8: taken for that unless a byte order mark, NULs or invalid sequences say otherwise.
import { isCleanUtf8 } from './utf8.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding the first bytes announce. UTF-16 without a mark shows as NULs at every other place. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, 512) / 2);
  let high = 0;
  let low = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) high += 1;
    if (head[pair * 2 + 1] === 0) low += 1;
  }
  if (low > pairs * 0.4 && high < pairs * 0.1) return 'utf-16le';
  if (high > pairs * 0.4 && low < pairs * 0.1) return 'utf-16be';
  return 'utf-8';
}

const encoder = new TextEncoder();

/** Turns a file into UTF-8 without NULs, chunk by chunk; `encoding` is final once the last chunk was read. */
export class Utf8Chunks {
  encoding: Encoding;
  #utf16: InstanceType<typeof TextDecoder> | undefined;
  #carried = new Uint8Array(0);

  constructor(announced: Encoding) {
    this.encoding = announced;
    if (announced.startsWith('utf-16')) this.#utf16 = new TextDecoder(announced, { ignoreBOM: true });
  }

  /** Whole characters; the chunk itself where it can be, so it must be used before the next is asked for. */
  next(chunk: Uint8Array): Uint8Array {
    if (this.#utf16) return withoutNul(encoder.encode(this.#utf16.decode(chunk, { stream: true })));
    const bytes = this.#carried.length === 0 ? chunk : concatenate(this.#carried, chunk);
    const end = completeLength(bytes);
    // Copied, not viewed: the stream may reuse the chunk's memory.
    this.#carried = bytes.slice(end);
    return this.#clean(bytes.subarray(0, end));
  }

  finish(): Uint8Array {
    if (this.#utf16) return withoutNul(encoder.encode(this.#utf16.decode()));
    return this.#clean(this.#carried);
  }

  /**
   * Old programs append Windows-1252 rows to UTF-8 files, so the choice is made line by line. A line of a
   * Windows-1252 file is practically never valid UTF-8, unless it is ASCII, which reads the same in both.
   */
  #clean(bytes: Uint8Array): Uint8Array {
    if (isCleanUtf8(bytes)) return bytes;
    const lines: Uint8Array[] = [];
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(0x0a, start);
      const end = newline < 0 ? bytes.length : newline + 1;
      lines.push(this.#cleanLine(bytes.subarray(start, end)));
      start = end;
    }
    return concatenate(...lines);
  }

  #cleanLine(line: Uint8Array): Uint8Array {
    const filled = withoutNul(line);
    if (isCleanUtf8(filled)) return filled;
    this.encoding = 'windows-1252';
    return encoder.encode(decodeWindows1252(filled));
  }
}

// NUL separates nothing and no database text can hold it.
const withoutNul = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;

export function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** How many bytes end on a character boundary: up to three may belong to a character that continues later. */
function completeLength(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? end - back : end;
  }
  return end;
}
