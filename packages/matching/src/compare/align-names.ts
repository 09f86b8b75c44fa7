// Which part of one name answers to which part of the other: straight, swapped, by a middle name, by an alias.
import { MISSING, type NameTable, type TokenTable } from '../domain.ts';
import { type TokenComparer, TokenLevel } from './compare-tokens.ts';

/** The best reading of two names. Token ids are MISSING where a side has no such part. */
export interface NameAlignment {
  givenA: number;
  givenB: number;
  givenLevel: number;
  givenSimilarity: number;
  surnameA: number;
  surnameB: number;
  /** NaN when either name has no surname. */
  surnameLevel: number;
  surnameSimilarity: number;
  swapped: boolean;
  /** 0 conflict, 1 initial or similar, 2 equal; NaN unless both have middle names. */
  middleLevel: number;
}

/** Swapping must explain clearly more: "James Thomas" against "Thomas James Lee" stays straight. */
const SWAP_MARGIN = 0.25;

interface Part {
  a: number;
  b: number;
  level: number;
  similarity: number;
  /** Log share of the commoner of the two tokens. */
  share: number;
}

/** The answer is one object, written anew by the next question: millions of them would keep the collector busy. */
export function nameAligner(
  names: NameTable,
  tokenTable: TokenTable,
  comparer: TokenComparer,
): (a: number, b: number) => NameAlignment {
  const best: Part = { a: MISSING, b: MISSING, level: 0, similarity: 0, share: 0 };
  const { logShareAsGiven: asGivenShare, logShareAsSurname: asSurnameShare } = tokenTable;
  const { start, tokens, surnameAt, alias } = names;

  const reset = (part: Part): void => {
    part.a = MISSING;
    part.b = MISSING;
    part.level = -1;
    part.similarity = -1;
    part.share = 0;
  };
  const consider = (part: Part, a: number, b: number, asGiven: boolean): void => {
    comparer.look(a, b);
    const level = comparer.level(asGiven);
    if (level < part.level) return;
    const { similarity } = comparer;
    // Of equally good readings the rarer one counts, whichever side it is found from.
    const shares = asGiven ? asGivenShare : asSurnameShare;
    const share = Math.max(shares[a]!, shares[b]!);
    const isBetter = (level - part.level || similarity - part.similarity || part.share - share) > 0;
    if (!isBetter) return;
    part.share = share;
    part.a = a;
    part.b = b;
    part.level = level;
    part.similarity = similarity;
  };
  const considerRange = (
    part: Part,
    fromA: number,
    toA: number,
    fromB: number,
    toB: number,
    asGiven: boolean,
  ): void => {
    for (let i = fromA; i < toA; i++) {
      for (let k = fromB; k < toB; k++) consider(part, tokens[i]!, tokens[k]!, asGiven);
    }
  };

  const found: NameAlignment = {
    givenA: MISSING,
    givenB: MISSING,
    givenLevel: 0,
    givenSimilarity: 0,
    surnameA: MISSING,
    surnameB: MISSING,
    surnameLevel: 0,
    surnameSimilarity: 0,
    swapped: false,
    middleLevel: 0,
  };
  const given: Part = { ...best };
  const surname: Part = { ...best };
  const swappedGiven: Part = { ...best };
  const swappedSurname: Part = { ...best };

  return (a, b) => {
    const startA = start[a]!;
    const endA = start[a + 1]!;
    const lastA = startA + surnameAt[a]!;
    const startB = start[b]!;
    const endB = start[b + 1]!;
    const lastB = startB + surnameAt[b]!;
    const hasSurnameA = lastA < endA;
    const hasSurnameB = lastB < endB;
    reset(given);
    reset(surname);

    if (!hasSurnameA || !hasSurnameB) {
      // One word only: it may be either part of the other name.
      considerRange(given, startA, endA, startB, endB, true);
      return result(given, surname, false, Number.NaN, false);
    }
    consider(given, tokens[startA]!, tokens[startB]!, true);
    considerAliases(given, a, b);
    // Known by the middle name.
    if (given.level < TokenLevel.sound) {
      considerRange(given, startA, startA + 1, startB + 1, lastB, true);
      considerRange(given, startA + 1, lastA, startB, startB + 1, true);
    }
    considerRange(surname, lastA, endA, lastB, endB, false);
    // The maiden name kept as a middle name.
    if (surname.level < TokenLevel.sound) {
      considerRange(surname, lastA, endA, startB + 1, lastB, false);
      considerRange(surname, startA + 1, lastA, lastB, endB, false);
    }
    reset(swappedGiven);
    reset(swappedSurname);
    considerRange(swappedGiven, startA, startA + 1, lastB, endB, true);
    considerRange(swappedSurname, lastA, endA, startB, startB + 1, true);
    const straight = given.similarity + surname.similarity;
    const swapped = swappedGiven.similarity + swappedSurname.similarity;
    const isSwapped =
      swapped > straight + SWAP_MARGIN &&
      swappedGiven.level + swappedSurname.level > given.level + surname.level;
    return isSwapped
      ? result(swappedGiven, swappedSurname, true, Number.NaN, true)
      : result(given, surname, true, middleLevel(startA, lastA, startB, lastB), false);
  };

  function considerAliases(part: Part, a: number, b: number): void {
    const aliasA = alias[a]!;
    const aliasB = alias[b]!;
    if (aliasA !== MISSING) consider(part, aliasA, tokens[start[b]!]!, true);
    if (aliasB !== MISSING) consider(part, tokens[start[a]!]!, aliasB, true);
    if (aliasA !== MISSING && aliasB !== MISSING) consider(part, aliasA, aliasB, true);
  }

  function middleLevel(startA: number, lastA: number, startB: number, lastB: number): number {
    if (lastA - startA < 2 || lastB - startB < 2) return Number.NaN;
    comparer.look(tokens[startA + 1]!, tokens[startB + 1]!);
    const level = comparer.level(true);
    if (level >= TokenLevel.sound) return 2;
    return level >= TokenLevel.similar ? 1 : 0;
  }

  function result(
    g: Part,
    s: Part,
    bothHaveSurnames: boolean,
    middle: number,
    swapped: boolean,
  ): NameAlignment {
    found.givenA = g.a;
    found.givenB = g.b;
    found.givenLevel = g.level;
    found.givenSimilarity = g.similarity;
    found.surnameA = s.a;
    found.surnameB = s.b;
    found.surnameLevel = bothHaveSurnames ? s.level : Number.NaN;
    found.surnameSimilarity = bothHaveSurnames ? s.similarity : Number.NaN;
    found.swapped = swapped;
    found.middleLevel = middle;
    return found;
  }
}
