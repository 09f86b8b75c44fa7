// UTF-8 that was once read as Windows-1252 and saved again: 'AllÄ“' was 'Allē'.
const CP1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const byteOf = new Map<string, number>([...CP1252_HIGH].map((char, index) => [char, 0x80 + index]));
for (let byte = 0xa0; byte <= 0xff; byte++) byteOf.set(String.fromCharCode(byte), byte);

const continuation = `[${CP1252_HIGH}\u00a0-\u00bf]`;
const DOUBLY_ENCODED = new RegExp(
  `[\u00c2-\u00df]${continuation}|[\u00e0-\u00ef]${continuation}{2}|[\u00f0-\u00f4]${continuation}{3}`,
  'g',
);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undoes one round of UTF-8 read as Windows-1252; other text comes back unchanged. */
export function repairMojibake(text: string): string {
  return text.replace(DOUBLY_ENCODED, (sequence) => {
    const bytes = Uint8Array.from([...sequence], (char) => byteOf.get(char)!);
    try {
      return utf8.decode(bytes);
    } catch {
      return sequence;
    }
  });
}
