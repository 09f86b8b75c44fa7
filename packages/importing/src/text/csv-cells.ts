// Where cells of CSV text end.
export const QUOTE = '"';

/** Position of the quote that closes a cell opened before `from`; negative when it has not arrived. */
export function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf(QUOTE, at);
    if (at < 0 || text[at + 1] !== QUOTE) return at;
  }
}

/** Position of the delimiter or line end after `from`, else the length of the text. */
export function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return text.length;
}
