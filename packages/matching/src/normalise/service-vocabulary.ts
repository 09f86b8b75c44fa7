// The words of the trade: which product, kind of treatment and program a free-text service names.
import { PROGRAM_IDS, PROGRAMS, type Program } from '@medspasync/schemas';

/** Programs by bit and by value of a program column. */
export const PROGRAM_ORDER: readonly Program[] = PROGRAM_IDS;

export const KINDS = ['toxin', 'filler', 'body', 'skincare', 'facial', 'laser', 'peel', 'wellness'] as const;
type Kind = (typeof KINDS)[number];

interface Product {
  name: string;
  kind: Kind;
  program: Program | null;
  /** Whole words, or word sequences, that name it. */
  words: string;
}

const PRODUCTS: readonly Product[] = [
  {
    name: 'Botox',
    kind: 'toxin',
    program: 'alle',
    words: 'botox btx bo-tox onabotulinum onabotulinumtoxin onabotulinumtoxina onabot onabota j0585',
  },
  {
    name: 'Juvéderm',
    kind: 'filler',
    program: 'alle',
    words: 'juvederm juv jvd voluma vollure volbella volux skinvive juvaderm ultra-plus',
  },
  { name: 'Kybella', kind: 'body', program: 'alle', words: 'kybella deoxycholic' },
  {
    name: 'CoolSculpting',
    kind: 'body',
    program: 'alle',
    words: 'coolsculpting coolsculpt cool-sculpting cryolipolysis',
  },
  { name: 'SkinMedica', kind: 'skincare', program: 'alle', words: 'skinmedica skin-medica tns' },
  { name: 'Latisse', kind: 'skincare', program: 'alle', words: 'latisse bimatoprost' },
  {
    name: 'DiamondGlow',
    kind: 'facial',
    program: 'alle',
    words: 'diamondglow diamond-glow dermalinfusion silkpeel',
  },
  { name: 'Natrelle', kind: 'body', program: 'alle', words: 'natrelle' },
  {
    name: 'Dysport',
    kind: 'toxin',
    program: 'aspire',
    words: 'dysport dys abobotulinum abobotulinumtoxin abobotulinumtoxina abobot abobota j0586',
  },
  {
    name: 'Restylane',
    kind: 'filler',
    program: 'aspire',
    words: 'restylane resty lyft defyne refyne kysse contour eyelight silk',
  },
  { name: 'Sculptra', kind: 'filler', program: 'aspire', words: 'sculptra plla poly-l-lactic' },
  {
    name: 'Jeuveau',
    kind: 'toxin',
    program: 'evolus',
    words: 'jeuveau jeuv newtox prabota prabotulinum prabotulinumtoxin prabotulinumtoxina',
  },
  { name: 'Evolysse', kind: 'filler', program: 'evolus', words: 'evolysse evo evo-form' },
  {
    name: 'Xeomin',
    kind: 'toxin',
    program: 'xperience',
    words: 'xeomin xeo incobotulinum incobotulinumtoxin incobotulinumtoxina incobot incobota j0588',
  },
  { name: 'Radiesse', kind: 'filler', program: 'xperience', words: 'radiesse caha hydroxylapatite' },
  { name: 'Belotero', kind: 'filler', program: 'xperience', words: 'belotero belo' },
  { name: 'Daxxify', kind: 'toxin', program: null, words: 'daxxify daxi daxibotulinumtoxina' },
  { name: 'HydraFacial', kind: 'facial', program: null, words: 'hydrafacial hydra-facial' },
  {
    name: 'Microneedling',
    kind: 'facial',
    program: null,
    words: 'microneedling micro-needling rf-microneedling skinpen morpheus morpheus8',
  },
  { name: 'Ultherapy', kind: 'laser', program: null, words: 'ultherapy' },
];

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  toxin:
    'tox toxin neurotoxin neuromodulator forehead glabella frown crows-feet wrinkle botulinum lip-flip brow-lift bunny-lines upper-face',
  filler:
    'filler fillers lip lips cheek cheeks syringe syringes tear-trough nasolabial jawline dermal-filler under-eye temples liquid-facelift',
  body: 'body-contouring fat-reduction submental sculpting',
  skincare: 'skincare serum cream retinol sunscreen moisturizer lash',
  facial: 'facial dermaplaning dermaplane infusion',
  laser: 'laser lhr ipl bbl hair-removal resurfacing photofacial',
  peel: 'peel vi-peel chemical-peel',
  wellness: 'iv drip b12 semaglutide weight-loss',
};

const PROGRAM_WORDS: Readonly<Record<Program, string>> = {
  alle: 'alle bd brilliant-distinctions allergan',
  aspire: 'aspire galderma',
  evolus: 'evolus',
  xperience: 'xperience merz',
  other: '',
};

/** What one word or word sequence means, as bits. */
export interface Meaning {
  products: number;
  kinds: number;
  programs: number;
}

const meanings = new Map<string, Meaning>();

function learn(words: string, meaning: Meaning): void {
  for (const word of words.split(' ')) {
    if (word !== '') meanings.set(word.replaceAll('-', ''), meaning);
  }
}

const bitOf = <T>(list: readonly T[], item: T): number => 1 << list.indexOf(item);

for (const kind of KINDS) learn(KIND_WORDS[kind], { products: 0, kinds: bitOf(KINDS, kind), programs: 0 });
for (const program of PROGRAM_ORDER) {
  learn(PROGRAM_WORDS[program], { products: 0, kinds: 0, programs: bitOf(PROGRAM_ORDER, program) });
}
for (const [i, { kind, program, words }] of PRODUCTS.entries()) {
  const programs = program === null ? 0 : bitOf(PROGRAM_ORDER, program);
  learn(words, { products: 1 << i, kinds: bitOf(KINDS, kind), programs });
}

/** Words long enough that one wrong letter still leaves no doubt. */
const LONG_WORDS = [...meanings.keys()].filter((word) => word.length >= 5);

/** The meaning of a word of the vocabulary, also with one letter wrong, missing or doubled; or undefined. */
export function meaningOf(word: string): Meaning | undefined {
  const known = meanings.get(word);
  if (known !== undefined || word.length < 6) return known;
  const near = LONG_WORDS.find((candidate) => isWithinOneEdit(candidate, word));
  return near === undefined ? undefined : meanings.get(near);
}

function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  const tailA = a.slice(head + (a.length >= b.length ? 1 : 0));
  const tailB = b.slice(head + (b.length >= a.length ? 1 : 0));
  return tailA === tailB;
}

/** Names of the products in a bit set, as people write them. */
export const productNames = (products: number): string[] =>
  PRODUCTS.filter((_, i) => (products >>> i) & 1).map((product) => product.name);

/** Display names of the programs in a bit set. */
export const programNames = (programs: number): string[] =>
  PROGRAM_ORDER.filter((_, i) => (programs >>> i) & 1).map((program) => PROGRAMS[program].name);
