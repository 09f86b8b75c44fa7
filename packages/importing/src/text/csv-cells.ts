// Where cells of CSV end. UTF-8 keeps every ASCII byte to itself, so they are found without making text.
export const QUOTE = 0x22;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

/** Position of the quote that closes a cell opened before `from`; negative when it has not arrived. */
export function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0 || bytes[at + 1] !== QUOTE) return at;
  }
}

/** Position of the delimiter or line end after `from`, else the length of the bytes. */
export function cellEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) return at;
  }
  return bytes.length;
}
