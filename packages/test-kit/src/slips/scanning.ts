// What optical recognition makes of a printed or faxed list.
import type { Random } from '../random.ts';

/** Shapes that look alike in print, both ways. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['m', 'nn'],
  ['d', 'cl'],
  ['w', 'vv'],
  ['h', 'b'],
  ['h', 'li'],
  ['k', 'lc'],
  ['u', 'ii'],
  ['n', 'ri'],
  ['e', 'c'],
  ['a', 'o'],
  ['i', 'l'],
  ['l', '1'],
  ['i', '1'],
  ['o', '0'],
  ['s', '5'],
  ['b', '6'],
  ['g', 'q'],
  ['g', '9'],
  ['z', '2'],
  ['t', 'f'],
  ['v', 'y'],
  ['B', '8'],
  ['S', '5'],
  ['O', '0'],
  ['O', 'Q'],
  ['I', 'l'],
  ['I', '1'],
  ['E', 'F'],
  ['D', 'O'],
  ['U', 'V'],
  ['C', 'G'],
  ['R', 'K'],
  ['M', 'N'],
  ['P', 'F'],
];

/** One shape misread; unchanged where none of twelve tries fits. */
export function misread(random: Random, text: string): string {
  for (let attempt = 0; attempt < 12; attempt++) {
    const pair = random.pick(LOOK_ALIKES);
    const forward = random.chance(0.6);
    const from = pair[forward ? 0 : 1];
    const start = random.below(text.length);
    const at = text.indexOf(from, start);
    if (at >= 0) return text.slice(0, at) + pair[forward ? 1 : 0] + text.slice(at + from.length);
  }
  return text;
}

/** One digit misread as another that looks like it. */
export function misreadDigit(random: Random, digits: string): string {
  const alike: Readonly<Record<string, string>> = {
    '0': '8',
    '1': '7',
    '3': '8',
    '5': '6',
    '6': '5',
    '7': '1',
    '8': '3',
    '9': '4',
  };
  const at = random.below(digits.length);
  return digits.slice(0, at) + (alike[digits[at]!] ?? '0') + digits.slice(at + 1);
}
