// A patient's name in the order people say it.
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|do|dds|phd|rn|np|pa|pa-c|esq)\.?$/i;

/**
 * `Last, First` → `First Last`; `Smith, Jr., John` → `John Smith Jr.`; `John Smith, MD` stays.
 * Case, titles and accents are left as written: the engine compares them.
 */
export function parsePersonName(text: string): string {
  if (!text.includes(',')) return text;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [family, ...rest] = parts;
  const given = rest.filter((part) => !SUFFIX.test(part));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  return [...given, family, ...suffixes].join(' ');
}
