// Names written as they sound: over the phone, or by somebody who never saw them spelled.
import type { Random } from '../random.ts';

/** Spellings that sound alike, both ways; an own list of what English speakers confuse. */
const SOUND_ALIKES: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['ch', 'k'],
  ['sch', 'sh'],
  ['sh', 'ch'],
  ['c', 'k'],
  ['c', 's'],
  ['z', 's'],
  ['x', 'ks'],
  ['qu', 'kw'],
  ['gh', 'g'],
  ['ght', 't'],
  ['kn', 'n'],
  ['wr', 'r'],
  ['wh', 'w'],
  ['th', 't'],
  ['dg', 'j'],
  ['g', 'j'],
  ['y', 'i'],
  ['ie', 'y'],
  ['ey', 'y'],
  ['i', 'ee'],
  ['ea', 'ee'],
  ['ei', 'ie'],
  ['ai', 'ay'],
  ['ae', 'e'],
  ['au', 'aw'],
  ['oo', 'u'],
  ['ou', 'ow'],
  ['o', 'oh'],
  ['a', 'ah'],
  ['e', 'i'],
  ['a', 'e'],
  ['u', 'o'],
  ['er', 'ar'],
  ['or', 'er'],
  ['son', 'sen'],
  ['ll', 'l'],
  ['tt', 't'],
  ['nn', 'n'],
  ['ss', 's'],
  ['rr', 'r'],
  ['mm', 'm'],
  ['mp', 'm'],
  ['nd', 'n'],
  ['w', 'v'],
  ['b', 'v'],
  ['d', 't'],
  ['m', 'n'],
  ['tz', 'ts'],
  ['cz', 'ch'],
  ['sz', 'sh'],
  ['j', 'y'],
  ['ski', 'sky'],
  ['lyn', 'lynn'],
  ['lin', 'lyn'],
  ['ra', 'rah'],
  ['ne', 'n'],
];

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The word with one sound spelled otherwise; unchanged where no rule fits in twelve tries. */
export function respell(random: Random, word: string): string {
  const lower = word.toLowerCase();
  for (let attempt = 0; attempt < 12; attempt++) {
    const rule = random.pick(SOUND_ALIKES);
    const forward = random.chance(0.5);
    const from = rule[forward ? 0 : 1];
    const to = rule[forward ? 1 : 0];
    const at = random.chance(0.5) ? lower.indexOf(from) : lower.lastIndexOf(from);
    if (at < 0) continue;
    const spelled = lower.slice(0, at) + to + lower.slice(at + from.length);
    if (spelled.length > 1) return capitalized(spelled);
  }
  return word;
}
