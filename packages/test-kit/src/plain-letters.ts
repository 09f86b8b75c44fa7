// Accents off, quickly: names are mostly ASCII and are then returned as they are.

/** Letters that Unicode does not decompose. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
};

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** `José Ordóñez` → `Jose Ordonez`. */
export function plainLetters(text: string): string {
  if (isAscii(text)) return text;
  let plain = '';
  for (const char of text.normalize('NFD')) {
    const code = char.codePointAt(0)!;
    if (code >= 0x300 && code <= 0x36f) continue;
    plain += UNDECOMPOSED[char] ?? char;
  }
  return plain;
}

/** Lower-case ASCII letters and digits only: what an e-mail address keeps of a name. */
export function mailLetters(text: string): string {
  const lower = plainLetters(text).toLowerCase();
  let kept = '';
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) kept += lower[i];
  }
  return kept;
}
