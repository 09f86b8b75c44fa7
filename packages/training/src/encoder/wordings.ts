// Which wordings the encoder learns, which it is examined on, and how one wording is written in many ways.
import { bucketsOf, parseService, wordingOf } from '@medspasync/matching/stages';
import type { Random } from '@medspasync/test-kit';
import { EXAM } from './knowledge/exam.ts';
import { kitWordings, TREATMENTS, type Treatment } from './knowledge/index.ts';

/** A treatment with the wordings of one side of the split. */
export interface Lesson {
  treatment: Treatment;
  wordings: readonly string[];
}

const AREAS =
  'forehead, glabella, crows feet, 11s, lips, cheeks, chin, jawline, masseter, nlf, under eye, neck, dao, full face, upper face, smile lines, marionette, temples, face, hands, chest'.split(
    ', ',
  );
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  toxin: ['{n}u', '{n} units', '{n}', 'x {n}', '{n}iu', 'per unit'],
  filler: ['1 syringe', '{n} syr', '1ml', '{n} ml', '1cc', 'half syringe'],
  biostimulator: ['{n} vial', '{n} vials', '1.5cc', '{n} syr'],
};
/** Said of anything: words that must come to mean nothing. */
const CHATTER = [
  'treatment',
  'tx',
  'session',
  'special',
  'package',
  'pkg',
  'new client',
  'new patient',
  'member',
  'add on',
  'touch up',
  'series of 3',
  'promo',
  '- first visit',
  'with dr lee',
  'injection',
];
const UNIT_WORDS = new Set(
  'u,iu,unit,units,syr,syringe,syringes,ml,cc,vial,vials,v,x,area,n,per,face,tx'.split(','),
);

/** The words that make a wording what it is: without numbers, units and the places a template leaves open. */
export const bareWording = (wording: string): string =>
  wordingOf(parseService(wording).text)
    .split(' ')
    .filter((word) => word !== '#' && !UNIT_WORDS.has(word))
    .join(' ');

/** A quarter of the kit's wordings, by their letters, is held out: books of the kit then hold words the encoder never saw. */
const isHeldOut = (wording: string): boolean => (bucketsOf(bareWording(wording))[0] ?? 0) % 4 === 0;

/** What is learned and what is examined; no bare wording is on both sides. */
export function splitWordings(): { lessons: Lesson[]; exam: Lesson[] } {
  const kit = kitWordings();
  const learned = new Map<string, string[]>(TREATMENTS.map(({ key, wordings }) => [key, [...wordings]]));
  const examined = new Map<string, string[]>(
    Object.entries(EXAM).map(([key, wordings]) => [
      key,
      wordings.split(',').map((wording) => wording.trim()),
    ]),
  );
  for (const { key, wording } of kit) add(isHeldOut(wording) ? examined : learned, key, wording);
  const secret = new Set([...examined.values()].flat().map(bareWording));
  const lessonsOf = (byKey: Map<string, string[]>, keeps: (wording: string) => boolean): Lesson[] =>
    TREATMENTS.map((treatment) => ({
      treatment,
      wordings: (byKey.get(treatment.key) ?? []).filter(keeps),
    })).filter(({ wordings }) => wordings.length > 0);
  return {
    lessons: lessonsOf(learned, (wording) => !secret.has(bareWording(wording))),
    exam: lessonsOf(examined, () => true),
  };
}

function add(byKey: Map<string, string[]>, key: string, wording: string): void {
  const wordings = byKey.get(key);
  if (wordings) wordings.push(wording);
  else byKey.set(key, [wording]);
}

/** One of a lesson's wordings as somebody might type it: with counts, areas, chatter, and now and then a slip. */
export function writeWording(random: Random, { treatment, wordings }: Lesson): string {
  let text = filled(random, random.pick(wordings));
  const counts = COUNTS[treatment.family];
  if (counts && random.chance(0.35)) text = `${text} ${filled(random, random.pick(counts))}`;
  if (counts && random.chance(0.25)) text = `${text} ${random.pick(AREAS)}`;
  if (random.chance(0.25)) text = `${text} ${random.pick(CHATTER)}`;
  return random.chance(0.25) ? withSlip(random, text) : text;
}

/** Open places of a template filled in. */
export const filled = (random: Random, wording: string): string =>
  wording.replace('{n}', String(random.between(1, 60))).replace('{area}', random.pick(AREAS));

/** One letter dropped, doubled, replaced, or swapped with the next. */
function withSlip(random: Random, text: string): string {
  const at = random.below(text.length);
  const letter = text[at]!;
  const rest = text.slice(at + 1);
  const changed = [
    rest,
    letter + letter + rest,
    'abcdefghijklmnopqrstuvwxyz'[random.below(26)]! + rest,
    (rest[0] ?? '') + letter + rest.slice(1),
  ];
  return text.slice(0, at) + random.pick(changed);
}
