// The generator somebody else would write in an afternoon: a list of people, one loop over rewards, a handful of
// mistakes with a chance each. No spa, no portal, no habits: dates, amounts and services are drawn evenly.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType, SyntheticBooks, TruthLink } from '../books.ts';
import { createRandom, type Random } from '../random.ts';
import { wordsOf } from '../vocabulary.ts';
import { AMERICAN_FEMALE, AMERICAN_MALE, AMERICAN_SURNAMES } from '../words/american-names.ts';
import { HISPANIC_SURNAMES } from '../words/hispanic-names.ts';
import type { OutsiderOptions } from './outsider.ts';
import {
  miswrite,
  NAMES_WITH_SHORT_FORMS,
  type NameMistakes,
  type Person,
  typo,
} from './plain-script-names.ts';

interface Chances {
  name: NameMistakes;
  noPhone: number;
  newPhone: number;
  noEmail: number;
  emailTypo: number;
  partial: number;
  split: number;
  wholeInvoice: number;
  tip: number;
  lateDays: number;
  noPos: number;
  extraPos: number;
  otherWording: number;
  lookAlikes: number;
}

const CHANCES: Readonly<Record<'easy' | 'hard', Chances>> = {
  easy: {
    name: {
      nickname: 0.15,
      typo: 0.06,
      initial: 0.02,
      married: 0.02,
      swapped: 0.02,
      middleInitial: 0.05,
      capitals: 0.1,
    },
    noPhone: 0.15,
    newPhone: 0.02,
    noEmail: 0.3,
    emailTypo: 0.02,
    partial: 0.02,
    split: 0.02,
    wholeInvoice: 0.05,
    tip: 0.03,
    lateDays: 2,
    noPos: 0.06,
    extraPos: 0.2,
    otherWording: 0.4,
    lookAlikes: 0.05,
  },
  hard: {
    name: {
      nickname: 0.4,
      typo: 0.2,
      initial: 0.08,
      married: 0.08,
      swapped: 0.06,
      middleInitial: 0.1,
      capitals: 0.2,
    },
    noPhone: 0.4,
    newPhone: 0.06,
    noEmail: 0.6,
    emailTypo: 0.06,
    partial: 0.06,
    split: 0.06,
    wholeInvoice: 0.08,
    tip: 0.08,
    lateDays: 5,
    noPos: 0.12,
    extraPos: 0.4,
    otherWording: 0.7,
    lookAlikes: 0.2,
  },
};

const SERVICES: readonly (readonly [string, readonly string[]])[] = [
  ['Botox Cosmetic', ['Botox', 'Botox 40 units', 'Tox', 'Neurotoxin treatment']],
  ['Juvederm Ultra', ['Juvederm', 'Filler', 'Lip filler', 'HA filler 1 syringe']],
  ['Dysport', ['Dysport 60u', 'Tox', 'Dysport forehead']],
  ['Restylane Lyft', ['Restylane', 'Filler', 'Cheek filler']],
  ['Jeuveau', ['Jeuveau', '#Newtox', 'Tox']],
  ['Xeomin', ['Xeomin', 'Xeomin 50 units', 'Tox']],
  ['Kybella', ['Kybella', 'Double chin']],
  ['CoolSculpting', ['CoolSculpting', 'Coolsculpt abdomen']],
  ['SkinMedica', ['SkinMedica TNS', 'Skincare']],
  ['Radiesse', ['Radiesse', 'Filler']],
];
const PROGRAMS = [
  'alle',
  'alle',
  'aspire',
  'aspire',
  'evolus',
  'xperience',
  'alle',
  'alle',
  'alle',
  'xperience',
] as const;
const PLACES = ['Main Street', 'Uptown'];
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2025, 1, 1);

const isoDay = (day: number): string => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
const usPhone = (d: string): string => `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}`;
const dashed = (d: string): string => `${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6)}`;
const newPhone = (random: Random): string => `5${random.below(10)}5${1_000_000 + random.below(9_000_000)}`;

function drawPeople(random: Random, count: number, surnames: readonly string[]): Person[] {
  const firsts = [
    ...wordsOf(AMERICAN_FEMALE, 'b').slice(0, 250),
    ...wordsOf(AMERICAN_MALE, 'b').slice(0, 80),
    ...NAMES_WITH_SHORT_FORMS,
    ...NAMES_WITH_SHORT_FORMS,
  ];
  return Array.from({ length: count }, () => {
    const first = random.pick(firsts);
    const last = random.pick(surnames);
    const email = `${first}.${last}${random.below(100)}@example.com`.toLowerCase().replaceAll(' ', '');
    return { first, last, phone: newPhone(random), email };
  });
}

/** Books of a plain script. */
export function makePlainScript({ seed, rewards: count, difficulty }: OutsiderOptions): SyntheticBooks {
  const random = createRandom(seed).fork('plain-script');
  const chances = CHANCES[difficulty];
  const surnames = [
    ...wordsOf(AMERICAN_SURNAMES, 'b').slice(0, 500),
    ...wordsOf(HISPANIC_SURNAMES, 'b').slice(0, 60),
  ];
  const people = drawPeople(random, Math.max(2, Math.ceil(count * 0.8)), surnames);
  const days = Math.max(20, Math.min(180, Math.round(count / 12)));
  const hasContact = random.chance(0.85);
  const rewards: Transaction[] = [];
  const pos: Transaction[] = [];
  const truth: TruthLink[] = [];

  const drawCents = (): number =>
    random.chance(0.5)
      ? 1000 * random.between(1, 12)
      : 100 * random.between(50, 900) + (random.chance(0.3) ? random.below(100) : 0);

  const addPos = (
    person: Person,
    name: string,
    service: number,
    cents: number,
    day: number,
    errors: ErrorType[],
  ): number => {
    const [official, wordings] = SERVICES[service]!;
    let phone: string | undefined = dashed(person.phone);
    if (!hasContact || random.chance(chances.noPhone)) phone = undefined;
    else if (random.chance(chances.newPhone)) phone = dashed(newPhone(random));
    if (phone === undefined) errors.push('phone-missing');
    let email: string | undefined = person.email;
    if (!hasContact || random.chance(chances.noEmail)) email = undefined;
    else if (random.chance(chances.emailTypo)) email = typo(random, email);
    pos.push({
      transactionId: `POS-${pos.length * 7 + 13}`,
      customerName: name,
      customerPhone: phone,
      customerEmail: email,
      service: random.chance(chances.otherWording) ? random.pick(wordings) : official,
      amountCents: cents,
      date: isoDay(day),
      provider: random.pick(['Dr. Smith', 'Nurse Amy', 'PA Jones']),
      location: random.pick(PLACES),
      type: 'sale',
    });
    return pos.length - 1;
  };

  /** The POS rows of one reward. */
  const sell = (
    person: Person,
    service: number,
    cents: number,
    day: number,
    errors: ErrorType[],
  ): number[] => {
    const name = miswrite(random, person, chances.name, surnames, errors);
    if (random.chance(chances.split) && cents >= 2000) {
      errors.push('split');
      const part = 100 * Math.floor((cents * (0.3 + 0.4 * random.next())) / 100);
      return [part, cents - part].map((amount) => addPos(person, name, service, amount, day, errors));
    }
    let amount = cents;
    if (random.chance(chances.partial)) {
      errors.push('partial-redemption');
      amount = Math.max(100, 100 * Math.round((cents * (0.5 + 0.4 * random.next())) / 100));
    } else if (random.chance(chances.wholeInvoice)) {
      errors.push('part-of-invoice');
      amount = cents + 100 * random.between(100, 800);
    } else if (random.chance(chances.tip)) {
      errors.push('amount-near');
      amount = Math.round(cents * random.pick([1.03, 1.08, 1.15, 1.2]));
    }
    return [addPos(person, name, service, amount, day, errors)];
  };

  for (let r = 0; r < count; r++) {
    const person = random.pick(people);
    const service = random.below(SERVICES.length);
    const cents = drawCents();
    const day = random.below(days);
    const errors: ErrorType[] = [];
    const late = random.chance(0.5) ? 0 : random.between(0, chances.lateDays);
    if (late > 0) errors.push('date-lag');
    const hasPos = !random.chance(chances.noPos);
    const posIndexes = hasPos ? sell(person, service, cents, day, errors) : [];
    rewards.push({
      transactionId: `RWD-${r * 3 + 101}`,
      customerName: `${person.first} ${person.last}`,
      customerPhone: hasContact ? usPhone(person.phone) : undefined,
      customerEmail: hasContact ? person.email : undefined,
      service: SERVICES[service]![0],
      amountCents: cents,
      date: isoDay(day + late),
      program: PROGRAMS[service],
      type: 'redemption',
    });
    truth.push({ rewardIndex: r, posIndexes, errors: hasPos ? errors : ['missing-in-pos'] });
    if (random.chance(chances.lookAlikes)) {
      // Somebody else with the same surname, or the same amount on the same day.
      const other = random.pick(people);
      const last = random.chance(0.5) ? person.last : other.last;
      addPos(other, `${other.first} ${last}`, random.below(SERVICES.length), cents, day, []);
    }
  }
  for (let extra = Math.round(count * chances.extraPos); extra > 0; extra--) {
    const person = random.pick(people);
    addPos(
      person,
      `${person.first} ${person.last}`,
      random.below(SERVICES.length),
      drawCents(),
      random.below(days),
      [],
    );
  }
  return { rewards, pos, truth };
}
