// RFC 8785: one JSON text for one value, so that what was signed can be written again byte by byte.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** @throws for what has no canonical form: NaN, infinities, halves of surrogate pairs, undefined. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object' && value !== null) {
    // The default order of sort is the one the RFC asks for: by UTF-16 code units.
    const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${members.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join()}}`;
  }
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
  if (value === undefined) throw new TypeError('undefined has no canonical form');
  // ECMAScript's own way with numbers is the RFC's.
  return JSON.stringify(value);
}

function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('half of a surrogate pair has no canonical form');
  return JSON.stringify(value);
}
