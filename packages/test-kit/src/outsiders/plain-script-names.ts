// What the plain script does to a name: everyday mistakes, each with one chance per row.
import type { ErrorType } from '../books.ts';
import type { Random } from '../random.ts';

/** The script's own table, apart from the one that training books use. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  Katherine: ['Kate', 'Katie', 'Kathy'],
  Elizabeth: ['Liz', 'Beth', 'Betsy', 'Eliza'],
  Jennifer: ['Jen', 'Jenny'],
  Jessica: ['Jess', 'Jessie'],
  Margaret: ['Maggie', 'Peggy', 'Meg'],
  Rebecca: ['Becky', 'Becca'],
  Christina: ['Tina', 'Chris', 'Christy'],
  Victoria: ['Vicky', 'Tori'],
  Stephanie: ['Steph', 'Stephie'],
  Samantha: ['Sam', 'Sammy'],
  Alexandra: ['Alex', 'Lexi', 'Sandra'],
  Patricia: ['Pat', 'Trish', 'Patty'],
  Deborah: ['Deb', 'Debbie'],
  Susan: ['Sue', 'Susie'],
  Barbara: ['Barb', 'Barbie'],
  Cynthia: ['Cindy'],
  Pamela: ['Pam'],
  Kimberly: ['Kim'],
  Theresa: ['Terri', 'Tess'],
  Nicole: ['Nikki', 'Nicky'],
  Amanda: ['Mandy'],
  Abigail: ['Abby', 'Gail'],
  Madison: ['Maddie'],
  Melissa: ['Missy', 'Mel'],
  Michelle: ['Shelly', 'Mish'],
  Judith: ['Judy'],
  Dorothy: ['Dot', 'Dottie'],
  Virginia: ['Ginny'],
  Gabriella: ['Gabby', 'Ella'],
  Isabella: ['Bella', 'Izzy'],
  William: ['Bill', 'Will', 'Billy'],
  Robert: ['Bob', 'Rob', 'Bobby'],
  Richard: ['Rick', 'Dick', 'Rich'],
  Michael: ['Mike', 'Mikey'],
  James: ['Jim', 'Jimmy'],
  Thomas: ['Tom', 'Tommy'],
  Daniel: ['Dan', 'Danny'],
  Matthew: ['Matt'],
  Anthony: ['Tony'],
  Joseph: ['Joe', 'Joey'],
  Charles: ['Chuck', 'Charlie'],
  Edward: ['Ed', 'Ted', 'Eddie'],
  Nicholas: ['Nick'],
  Benjamin: ['Ben'],
  Andrew: ['Andy', 'Drew'],
  Jonathan: ['Jon'],
  Joshua: ['Josh'],
  Timothy: ['Tim'],
};

export interface Person {
  first: string;
  last: string;
  phone: string;
  email: string;
}

/** The common first names a script's author thinks of: the ones with short forms are drawn more often. */
export const NAMES_WITH_SHORT_FORMS: readonly string[] = Object.keys(SHORT_FORMS);

/** One random insertion, deletion, substitution or swap, anywhere but at the first letter. */
export function typo(random: Random, word: string): string {
  if (word.length < 3) return word;
  const at = random.between(1, word.length - 1);
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)]!;
  const edits = [
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1),
  ];
  return random.pick(edits)();
}

export interface NameMistakes {
  nickname: number;
  typo: number;
  initial: number;
  married: number;
  swapped: number;
  middleInitial: number;
  capitals: number;
}

/** The name as the POS has it. `surnames` are those that marriages bring. */
export function miswrite(
  random: Random,
  person: Person,
  chances: NameMistakes,
  surnames: readonly string[],
  errors: ErrorType[],
): string {
  let { first, last } = person;
  const forms = SHORT_FORMS[first];
  if (forms !== undefined && random.chance(chances.nickname)) {
    first = random.pick(forms);
    errors.push('nickname');
  }
  if (random.chance(chances.typo)) {
    if (random.chance(0.5)) first = typo(random, first);
    else last = typo(random, last);
    errors.push('typo');
  }
  if (random.chance(chances.initial)) {
    first = `${first[0]!}.`;
    errors.push('initial');
  }
  if (random.chance(chances.married)) {
    const married = random.pick(surnames);
    last = random.chance(0.25) ? `${last}-${married}` : married;
    errors.push('changed-surname');
  }
  if (random.chance(chances.middleInitial)) {
    first = `${first} ${'ABCDEFGHJKLMRST'[random.below(15)]!}.`;
    errors.push('middle-name');
  }
  let name = `${first} ${last}`;
  if (random.chance(chances.swapped)) {
    name = random.chance(0.5) ? `${last}, ${first}` : `${last} ${first}`;
    errors.push('name-swapped');
  }
  if (random.chance(chances.capitals)) {
    name = name.toUpperCase();
    errors.push('case');
  }
  return name;
}
