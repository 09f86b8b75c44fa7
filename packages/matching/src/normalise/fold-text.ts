// From text as files carry it to plain lower-case letters: undone mojibake, no accents, no symbols.

/** Longer cell contents are cut here before anything looks at them: no real field is longer. */
export const MAX_TEXT_LENGTH = 256;

/** What windows-1252 shows for bytes 0x80–0x9F, by code point; the rest of Latin-1 is itself. */
const CP1252_BYTES = new Map<number, number>(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, i) => [
    char.codePointAt(0)!,
    0x80 + i,
  ]),
);

const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text that was UTF-8 but read as windows-1252 ("JosÃ©") read right; anything else unchanged. */
export function undoMojibake(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = CP1252_BYTES.get(code) ?? code;
    if (byte > 0xff) return text;
    bytes[i] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return text;
  }
}

/** Lower-case letters, digits and the marks that structure a field; accents folded; length bounded. */
export function foldText(text: string): string {
  const cut = text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
  // Most cells are plain ASCII, and NFD costs several times as much as lower-casing.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself.
  if (/^[\x00-\x7f]*$/.test(cut)) return cut.toLowerCase();
  return undoMojibake(cut)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øßæœłđðþı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter]!)
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑–—]/g, '-');
}

const FIRST_ACCENTED = 0xc0;
const AFTER_ACCENTED = 0x180;

/** By code from FIRST_ACCENTED on: the one plain letter that a letter of western and central Europe folds to, or 0. */
const PLAIN_LETTERS = Uint8Array.from({ length: AFTER_ACCENTED - FIRST_ACCENTED }, (_, i) => {
  const folded = foldText(String.fromCharCode(FIRST_ACCENTED + i));
  return /^[a-z]$/.test(folded) ? folded.charCodeAt(0) : 0;
});

/** The code of the plain lower-case letter that one UTF-16 unit folds to by itself, or 0: whatever else `foldText` knows. */
export function plainLetterOf(unit: number): number {
  const lower = unit | 32;
  if (lower >= 97 && lower <= 122) return lower;
  return unit >= FIRST_ACCENTED && unit < AFTER_ACCENTED ? PLAIN_LETTERS[unit - FIRST_ACCENTED]! : 0;
}
