// Authorization, certificate and coupon codes typed into a note.
const LABELLED =
  /\b(?:auth(?:orization)?|cert(?:ificate)?|conf(?:irmation)?|coupon|code|ref(?:erence)?)\b[\s:#.]*(?:(?:code|no|number|id)\b[\s:#.]*)?([a-z0-9][a-z0-9-]*\d[a-z0-9-]*)/i;
const CODE = /(?:^|[\s:#(])((?=[a-z0-9-]*\d{3})[a-z0-9][a-z0-9-]{3,})(?=$|[\s,;)])/i;
const NOT_A_CODE = /\$\s?\d+(?:\.\d+)?|\d+(?:\.\d+)?\s*(?:points?|pts?)\b|\d{1,4}[/-]\d{1,2}[/-]\d{2,4}/gi;

/** A code stands at the beginning of a note or nowhere. */
const LONGEST_NOTE = 300;

/** The code in a tender note: `Alle AUTH-93821` → `AUTH-93821`; undefined when there is none. */
export function referenceIn(note: string): string | undefined {
  const rest = note.slice(0, LONGEST_NOTE).replace(NOT_A_CODE, ' ');
  return (CODE.exec(rest) ?? LABELLED.exec(rest))?.[1];
}
