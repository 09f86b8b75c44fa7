// Cells that mean what they are, letter by letter: most ids, names, phones and addresses. Told from their ASCII bytes, so that
// no text need be made of them. Whatever is in doubt is not plain: the text tells.

/** Of a cell's bytes `[from … to)`. */
export type IsPlain = (bytes: Uint8Array, from: number, to: number) => boolean;

/** No field of a transaction has a lower bound; and no placeholder a front desk types is longer. */
const LONGEST = 60;
/** `(blank)`: no longer text stands for nothing. */
const LONGEST_BLANK = 7;
/** `declined` */
const LONGEST_NO_LOCAL_PART = 8;
const FEWEST_DIGITS = 7;

const SPACE = 0x20;
const HASH = 0x23;
const COMMA = 0x2c;
const COLON = 0x3a;
const DOT = 0x2e;
const AT = 0x40;
const DELETE = 0x7f;
const PHONE_MARKS = marksOf(' ()-.+');
/** Of the names of mailboxes that are nobody's. */
const FIRST_OF_NO_LOCAL_PART = marksOf('nudrt');

/** Whether tidying a cell leaves it as it is, and it is neither a sign for nothing nor an error of the spreadsheet. */
export function isPlainText(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to || to - from > LONGEST || bytes[from] === HASH) return false;
  // What stands for nothing is short and has neither spaces nor digits.
  let isSomething = to - from > LONGEST_BLANK;
  let previous = SPACE;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === SPACE) {
      if (previous === SPACE) return false;
      isSomething = true;
    } else if (byte < SPACE || byte >= DELETE) return false;
    else if (isDigit(byte)) isSomething = true;
    previous = byte;
  }
  return isSomething && previous !== SPACE;
}

/** Likewise of a name in the order people say it. */
export function isPlainName(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === COMMA) return false;
  return isPlainText(bytes, from, to);
}

/** Likewise of a phone somebody can be reached at. */
export function isPlainPhone(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let first = 0;
  let isOneDigit = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (isDigit(byte)) {
      if (digits === 0) first = byte;
      else if (byte !== first) isOneDigit = false;
      digits += 1;
    } else if (PHONE_MARKS[byte] === 0) return false;
  }
  return digits >= FEWEST_DIGITS && !isOneDigit && isPlainText(bytes, from, to);
}

/** Likewise of an address that is one patient's, in lower case. */
export function isPlainEmail(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  let sign = -1;
  let dot = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte <= SPACE || byte >= DELETE || byte === COLON || isUpperCase(byte)) return false;
    if (byte === AT) {
      if (sign >= 0) return false;
      sign = at;
    } else if (byte === DOT && sign >= 0 && at > sign + 1 && at < to - 1) dot = at;
  }
  if (sign <= from || dot < 0) return false;
  return sign - from > LONGEST_NO_LOCAL_PART || FIRST_OF_NO_LOCAL_PART[bytes[from]!] === 0;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isUpperCase = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

function marksOf(characters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const char of characters) marks[char.charCodeAt(0)] = 1;
  return marks;
}
