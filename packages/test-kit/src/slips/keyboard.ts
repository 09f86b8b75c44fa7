// Slips of the fingers on a US keyboard: a neighbour, a missed key, a key twice, two keys in the wrong order.
import type { Random } from '../random.ts';

const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qeas',
  e: 'wrsd',
  r: 'etdf',
  t: 'ryfg',
  y: 'tugh',
  u: 'yihj',
  i: 'uojk',
  o: 'ipkl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'kop',
  z: 'axs',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

/** People look at the first key they press: a slip there is five times rarer. */
const slipPosition = (random: Random, length: number): number =>
  length > 1 && random.chance(0.92) ? random.between(1, length - 1) : random.below(length);

/** One slip somewhere in a text of at least two letters; shorter texts come back as they are. */
export function keyboardSlip(random: Random, text: string): string {
  if (text.length < 2) return text;
  const at = slipPosition(random, text.length);
  const head = text.slice(0, at);
  const tail = text.slice(at + 1);
  const letter = text[at]!;
  switch (random.below(4)) {
    case 0:
      return head + tail;
    case 1:
      return head + letter + letter + tail;
    default: {
      const near = NEIGHBOURS[letter.toLowerCase()];
      if (near === undefined) return head + tail;
      const pressed = near[random.below(near.length)]!;
      // Half of the time the right key is hit along with its neighbour.
      return random.chance(0.3) ? head + letter + pressed + tail : head + pressed + tail;
    }
  }
}

/** Two neighbouring letters exchanged; texts of fewer than three letters come back as they are. */
export function transposeLetters(random: Random, text: string): string {
  if (text.length < 3) return text;
  const start = random.between(1, text.length - 2);
  for (let offset = 0; offset < text.length - 2; offset++) {
    const at = 1 + ((start - 1 + offset) % (text.length - 2));
    if (text[at] !== text[at + 1]) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  }
  return text;
}
