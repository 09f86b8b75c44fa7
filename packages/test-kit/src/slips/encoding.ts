// What systems do to text on its way: the wrong character set, capitals, columns too narrow.
import { isAscii } from '../plain-letters.ts';

/** Code points of Windows-1252 for the bytes 0x80–0x9F (WHATWG encoding standard); 0 where none is defined. */
const CP1252 = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e,
  0x178,
];

const encoder = new TextEncoder();

/** UTF-8 read as Windows-1252: `José` → `JosÃ©`. */
export function mojibake(text: string): string {
  if (isAscii(text)) return text;
  let read = '';
  for (const byte of encoder.encode(text)) {
    const code = byte >= 0x80 && byte <= 0x9f ? CP1252[byte - 0x80]! : byte;
    read += code === 0 ? '\ufffd' : String.fromCharCode(code);
  }
  return read;
}

/** Letters outside ASCII replaced by `?`: `José` → `Jos?`. */
export function questionMarks(text: string): string {
  if (isAscii(text)) return text;
  let read = '';
  for (const char of text) read += char.codePointAt(0)! > 127 ? '?' : char;
  return read;
}

/** Cut at the width of a column. */
export const truncate = (text: string, width: number): string =>
  text.length > width ? text.slice(0, width).trimEnd() : text;
