// Windows-1252, done here because Node's TextDecoder reads it as ISO 8859-1 (seen in 20.20) while browsers do not.

/** Characters of the bytes 0x80 to 0x9f; elsewhere byte and code point are equal. */
export const HIGH_CHARACTERS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const latin1 = new TextDecoder('latin1');
const byteOfCharacter = new Map<string, number>(
  [...HIGH_CHARACTERS].map((char, index) => [char, 0x80 + index]),
);

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  latin1.decode(bytes).replace(/[\u0080-\u009f]/g, (char) => HIGH_CHARACTERS[char.charCodeAt(0) - 0x80]!);

/** The bytes of text made only of characters that Windows-1252 has. */
export const encodeWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (char) => byteOfCharacter.get(char) ?? char.charCodeAt(0));
