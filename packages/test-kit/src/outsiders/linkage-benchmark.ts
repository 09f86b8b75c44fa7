// In the spirit of public record-linkage benchmarks: originals and one corrupted duplicate each, columns that hold little
// but a name, a date and an amount. Written from the published description of the FEBRL generator (Christen 2005:
// field probabilities, single-character edits, swapped fields, misspellings, missing values), sharing no code with the
// `registry` process.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType, SyntheticBooks, TruthLink } from '../books.ts';
import { createRandom, type Random } from '../random.ts';
import { wordsOf } from '../vocabulary.ts';
import { AMERICAN_FEMALE, AMERICAN_MALE, AMERICAN_SURNAMES } from '../words/american-names.ts';
import { FRENCH_SURNAMES } from '../words/french-names.ts';
import { ITALIAN_SURNAMES } from '../words/italian-names.ts';
import { NORTHERN_FEMALE, NORTHERN_SURNAMES } from '../words/northern-names.ts';
import type { OutsiderOptions } from './outsider.ts';

/** How many fields of a duplicate are touched at most, and how often a field is touched twice. */
const MOST_MODIFICATIONS = { easy: 2, hard: 4 } as const;

interface Entity {
  given: string;
  surname: string;
  /** Eight digits, YYYYMMDD. */
  date: string;
  /** Amount in cents, as digits. */
  cents: string;
  /** Empty in files without such a column. */
  suburb: string;
}

type Field = keyof Entity;
const FIELDS: readonly Field[] = ['given', 'surname', 'date', 'cents', 'suburb'];
const FIELD_CHANCES = [32, 32, 18, 9, 9];

const QWERTY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['c', 'k'],
  ['y', 'i'],
  ['s', 'z'],
  ['ie', 'y'],
  ['ee', 'ea'],
  ['ll', 'l'],
  ['nn', 'n'],
  ['ou', 'o'],
  ['th', 't'],
  ['ks', 'x'],
  ['ey', 'y'],
];
const PRINTED_ALIKE: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['d', 'cl'],
  ['w', 'vv'],
  ['l', '1'],
  ['o', '0'],
  ['h', 'b'],
  ['g', 'q'],
  ['e', 'c'],
  ['s', '5'],
];

/** A letter beside this one on the keyboard. */
function besideOnKeyboard(random: Random, letter: string): string {
  for (const row of QWERTY_ROWS) {
    const at = row.indexOf(letter);
    if (at >= 0) return row[at === 0 ? 1 : at === row.length - 1 || random.chance(0.5) ? at - 1 : at + 1]!;
  }
  return String((Number(letter) + 1 + random.below(9)) % 10);
}

/** Insert, delete, substitute or transpose one character. */
function editOnce(random: Random, text: string): string {
  const at = random.below(text.length);
  const isDigits = text[0]! >= '0' && text[0]! <= '9';
  const fresh = isDigits ? String(random.below(10)) : String.fromCharCode(97 + random.below(26));
  switch (random.weighted(isDigits ? [0, 0, 6, 4] : [3, 3, 3, 2])) {
    case 0:
      return text.slice(0, at) + fresh + text.slice(at);
    case 1:
      return text.length > 2 ? text.slice(0, at) + text.slice(at + 1) : text;
    case 2: {
      const wrong = random.chance(0.6) ? besideOnKeyboard(random, text[at]!) : fresh;
      return text.slice(0, at) + wrong + text.slice(at + 1);
    }
    default:
      return at + 1 < text.length ? text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2) : text;
  }
}

/** One rewriting by a table that fits somewhere; an edit where none does. */
function rewrite(random: Random, text: string, table: readonly (readonly [string, string])[]): string {
  const rules = table
    .flatMap(([a, b]) => [[a, b] as const, [b, a] as const])
    .filter(([from]) => text.includes(from));
  if (rules.length === 0) return editOnce(random, text);
  const [from, to] = random.pick(rules);
  return text.replace(from, to);
}

const isRealDay = (digits: string): boolean => {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const moment = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(iso);
};

function modifyName(random: Random, entity: Entity, field: 'given' | 'surname', errors: ErrorType[]): void {
  const before = entity[field];
  if (before === '') return;
  switch (random.weighted([50, 12, 10, 8, 8, 4])) {
    case 0:
      entity[field] = editOnce(random, before);
      errors.push('typo');
      return;
    case 1:
      entity[field] = rewrite(random, before, SOUNDS);
      errors.push('phonetic');
      return;
    case 2:
      entity[field] = rewrite(random, before, PRINTED_ALIKE);
      errors.push('ocr');
      return;
    case 3:
      entity[field] = '';
      errors.push('name-part-missing');
      return;
    case 4:
      [entity.given, entity.surname] = [entity.surname, entity.given];
      errors.push('name-swapped');
      return;
    default: {
      const at = random.between(1, Math.max(1, before.length - 1));
      entity[field] = `${before.slice(0, at)} ${before.slice(at)}`;
      errors.push('name-spacing');
    }
  }
}

function modify(random: Random, entity: Entity, errors: ErrorType[]): void {
  const field = FIELDS[random.weighted(FIELD_CHANCES)]!;
  if (field === 'given' || field === 'surname') {
    modifyName(random, entity, field, errors);
    return;
  }
  if (entity[field] === '') return;
  if (field === 'suburb') {
    entity.suburb = random.chance(0.1) ? '' : editOnce(random, entity.suburb);
    errors.push('wrong-location');
    return;
  }
  if (field === 'cents') {
    const wrong = editOnce(random, entity.cents);
    if (Number(wrong) > 0) entity.cents = wrong;
    errors.push('amount-typo');
    return;
  }
  if (random.chance(0.15)) {
    entity.date = '';
    errors.push('date-missing');
    return;
  }
  const wrong = editOnce(random, entity.date);
  if (isRealDay(wrong)) entity.date = wrong;
  errors.push('date-typo');
}

/** Dates of a file: days of birth over ninety years, or the days of some months. */
function drawDate(random: Random, ofBirth: boolean): string {
  const first = ofBirth ? Date.UTC(1915, 0, 1) : Date.UTC(2024, 6, 1);
  const day = random.below(ofBirth ? 90 * 365 : 150);
  return new Date(first + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}

const isoDate = (digits: string): string | undefined =>
  digits === '' ? undefined : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

function rowOf(entity: Entity, id: string, type: 'redemption' | 'sale'): Transaction {
  const name = `${entity.given} ${entity.surname}`.trim();
  return {
    transactionId: id,
    customerName: name === '' ? undefined : name,
    amountCents: Number(entity.cents),
    date: isoDate(entity.date),
    location: entity.suburb === '' ? undefined : entity.suburb,
    type,
  };
}

/** Originals as rewards, their duplicates as POS rows in another order. */
export function makeLinkageBenchmark({ seed, rewards: count, difficulty }: OutsiderOptions): SyntheticBooks {
  const random = createRandom(seed).fork('linkage-benchmark');
  const givens = [
    ...wordsOf(AMERICAN_FEMALE, 'b').slice(0, 120),
    ...wordsOf(AMERICAN_MALE, 'b').slice(0, 120),
    ...wordsOf(NORTHERN_FEMALE, 'b').slice(0, 40),
  ];
  const surnames = [
    ...wordsOf(AMERICAN_SURNAMES, 'b').slice(0, 800),
    ...wordsOf(ITALIAN_SURNAMES, 'b'),
    ...wordsOf(NORTHERN_SURNAMES, 'b'),
  ];
  // Surnames name suburbs as well as people.
  const suburbs = random.chance(0.5) ? wordsOf(FRENCH_SURNAMES, 'a').map((name) => `${name} heights`) : [''];
  const ofBirth = random.chance(0.5);
  const roundAmounts = random.chance(0.4);
  const everyHasPos = random.chance(0.5);
  const rewards: Transaction[] = [];
  const duplicates: { entity: Entity; reward: number }[] = [];
  const truth: TruthLink[] = [];
  const posOrder: number[] = [];
  for (let r = 0; r < count; r++) {
    const entity: Entity = {
      given: random.chance(0.02) ? '' : random.pick(givens).toLowerCase(),
      surname: random.pick(surnames).toLowerCase(),
      date: random.chance(0.01) ? '' : drawDate(random, ofBirth),
      cents: String(roundAmounts ? 500 * random.between(4, 200) : random.between(1000, 99_999)),
      suburb: random.pick(suburbs).toLowerCase(),
    };
    rewards.push(rowOf(entity, `rec-${r}-org`, 'redemption'));
    const errors: ErrorType[] = [];
    truth.push({ rewardIndex: r, posIndexes: [], errors });
    if (!everyHasPos && random.chance(0.1)) {
      errors.push('missing-in-pos');
      continue;
    }
    const duplicate = { ...entity };
    for (let left = random.between(1, MOST_MODIFICATIONS[difficulty]); left > 0; left--) {
      modify(random, duplicate, errors);
    }
    duplicates.push({ entity: duplicate, reward: r });
    posOrder.push(random.next());
  }
  const order = duplicates.map((_, i) => i).sort((a, b) => posOrder[a]! - posOrder[b]!);
  const pos = order.map((i, at) => {
    const { entity, reward } = duplicates[i]!;
    truth[reward]!.posIndexes.push(at);
    return rowOf(entity, `rec-${(at * 7919) % 1_000_003}-dup`, 'sale');
  });
  return { rewards, pos, truth };
}
