// A phonetic code for American, Spanish and other spellings of names. It only proposes pairs and grades a near miss,
// so it may be coarser than Double Metaphone, and several times quicker.
import { remembered } from './remembered.ts';

const STARTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/^wh/, 'w'],
];

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph|v/g, 'f'],
  [/tch|ch|sh|tj/g, 'x'],
  [/dg(?=[eiy])|g(?=[eiy])/g, 'j'],
  [/ght|gh/g, 't'],
  [/ck|c(?![eiy])|q/g, 'k'],
  [/[cz]/g, 's'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/m/g, 'n'],
];

/** The code of a lower-case token; empty for an initial, the token itself when it is not written in Latin letters. */
export const soundOf = remembered(hear);

function hear(token: string): string {
  if (token.length < 2) return '';
  if (!/^[a-z]+$/.test(token)) return token;
  let sound = token;
  for (const [pattern, replacement] of STARTS) sound = sound.replace(pattern, replacement);
  for (const [pattern, replacement] of SPELLINGS) sound = sound.replace(pattern, replacement);
  const first = /[aeiou]/.test(sound[0]!) ? 'a' : sound[0]!;
  return (first + sound.slice(1).replace(/[aeiouhwy]/g, '')).replace(/(.)\1+/g, '$1');
}
