// Synthetic patients: households, namesakes, e-mails made from names. Nobody here exists.
import { mailLetters } from './plain-letters.ts';
import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';
import { EMAIL_DOMAINS, SUFFIXES } from './words/people.ts';

export interface Patient {
  index: number;
  female: boolean;
  first: string;
  /** Empty for most. */
  middle: string;
  last: string;
  /** The surname before marriage, where it changed. */
  formerLast: string;
  /** `Jr.`, `MD`, …; empty for most. */
  suffix: string;
  /** Ten digits, in an area code that is not in use. */
  phone: string;
  email: string;
  /** Patients of one household follow each other; this is the index of the first. */
  household: number;
  /** Index of the place visited most. */
  home: number;
}

export interface PopulationHabits {
  /** Share of patients that join the household of the one before. */
  household: number;
  /** Of these, how many share its phone. */
  sharedPhone: number;
  /** Share of patients who bear the full name of an earlier one. */
  namesake: number;
  /** Share of compound surnames (`Garcia-Lopez`, `Garcia Lopez`). */
  compoundSurname: number;
  /** Share of women whose surname changed. */
  changedSurname: number;
}

const digits = (random: Random, count: number): string => {
  let text = '';
  for (let i = 0; i < count; i++) text += random.below(10);
  return text;
};

/** Area codes with 9 in the middle are reserved and 555 is unassigned (NANP): such a number is nobody's. */
const drawAreaCode = (random: Random): string =>
  random.chance(0.1) ? '555' : `${random.between(2, 9)}9${random.below(10)}`;

const drawPhone = (random: Random, areaCode: string): string =>
  `${areaCode}${random.between(2, 9)}${digits(random, 6)}`;

const domainWeights = EMAIL_DOMAINS.map((_, rank) => 1 / (rank + 1));

/** Mailboxes as people make them of their names; both in plain lower-case letters, either may be empty. */
const MAILBOXES: readonly ((random: Random, first: string, last: string) => string)[] = [
  (_, first, last) => `${first}.${last}`,
  (_, first, last) => first + last,
  (_, first, last) => first.charAt(0) + last,
  (random, first, last) => first + last + random.between(1, 99),
  (_, first, last) => `${first}_${last}`,
  (_, first, last) => `${last}.${first}`,
  (random, first) => first + random.between(1960, 2005),
  (random, first, last) => first + last.charAt(0) + random.between(1, 999),
  (random, first, last) => `${first.charAt(0)}.${last}${random.between(1, 99)}`,
  (random, first) =>
    random.pick(['sunny', 'beach', 'mama', 'glow', 'runner']) + first + random.between(1, 999),
];

const drawEmail = (random: Random, first: string, last: string): string =>
  `${random.pick(MAILBOXES)(random, mailLetters(first), mailLetters(last))}@${EMAIL_DOMAINS[random.weighted(domainWeights)]}`;

function drawSurname(random: Random, vocabulary: Vocabulary, origin: number, compound: number): string {
  const last = vocabulary.surname(random, origin);
  if (!random.chance(compound)) return last;
  const second = vocabulary.surname(random, origin);
  return random.chance(0.7) ? `${last}-${second}` : `${last} ${second}`;
}

/**
 * Patients of one spa group.
 * @param count ≥ 1
 * @param places number of locations
 */
export function createPopulation(
  random: Random,
  vocabulary: Vocabulary,
  count: number,
  places: number,
  habits: PopulationHabits,
): Patient[] {
  const patients: Patient[] = [];
  const townCodes = Array.from({ length: 4 }, () => drawAreaCode(random));
  let origin = 0;
  for (let index = 0; index < count; index++) {
    const kin = index > 0 && random.chance(habits.household) ? patients[index - 1]! : undefined;
    if (kin === undefined) origin = vocabulary.drawOrigin(random);
    const female = random.chance(kin === undefined ? 0.86 : 0.62);
    const namesake =
      kin === undefined && index > 20 && random.chance(habits.namesake) ? random.pick(patients) : undefined;
    const first = namesake?.first ?? vocabulary.firstName(random, origin, female);
    const last =
      namesake?.last ??
      (kin !== undefined && random.chance(0.85)
        ? kin.last
        : drawSurname(random, vocabulary, origin, habits.compoundSurname));
    patients.push({
      index,
      female: namesake?.female ?? female,
      first,
      middle: random.chance(0.3) ? vocabulary.firstName(random, origin, female) : '',
      last,
      formerLast: female && random.chance(habits.changedSurname) ? vocabulary.surname(random, origin) : '',
      suffix: random.chance(female ? 0.012 : 0.05) ? random.pick(SUFFIXES) : '',
      phone:
        kin !== undefined && random.chance(habits.sharedPhone)
          ? kin.phone
          : drawPhone(random, random.chance(0.8) ? random.pick(townCodes) : drawAreaCode(random)),
      email: kin !== undefined && random.chance(0.15) ? kin.email : drawEmail(random, first, last),
      household: kin?.household ?? index,
      home: kin?.home ?? random.below(places),
    });
  }
  return patients;
}
