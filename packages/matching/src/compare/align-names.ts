// Which part of one name answers to which part of the other: straight, swapped, by a middle name, by an alias.
import { MISSING, type NameTable, type TokenTable } from '../domain.ts';
import { TokenComparer, TokenLevel } from './compare-tokens.ts';

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

const part = (): Part => ({ a: MISSING, b: MISSING, level: 0, similarity: 0, share: 0 });

/** The answer is one object, written anew by the next question: millions of them would keep the collector busy. */
export class NameAligner {
  private readonly given = part();
  private readonly surname = part();
  private readonly swappedGiven = part();
  private readonly swappedSurname = part();
  private readonly found: NameAlignment = {
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
  private readonly comparer: TokenComparer;

  constructor(
    private readonly names: NameTable,
    private readonly tokenTable: TokenTable,
  ) {
    this.comparer = new TokenComparer(tokenTable);
  }

  align(a: number, b: number): NameAlignment {
    const { start, surnameAt } = this.names;
    const given = this.given;
    const surname = this.surname;
    const swappedGiven = this.swappedGiven;
    const swappedSurname = this.swappedSurname;
    const startA = start[a]!;
    const endA = start[a + 1]!;
    const lastA = startA + surnameAt[a]!;
    const startB = start[b]!;
    const endB = start[b + 1]!;
    const lastB = startB + surnameAt[b]!;
    reset(given);
    reset(surname);
    if (lastA === endA || lastB === endB) {
      // One word only: it may be either part of the other name.
      this.considerRange(given, startA, endA, startB, endB, true);
      return this.result(given, surname, false, Number.NaN, false);
    }
    this.consider(given, this.names.tokens[startA]!, this.names.tokens[startB]!, true);
    this.considerAliases(given, a, b);
    // Known by the middle name.
    if (given.level < TokenLevel.sound) {
      this.considerRange(given, startA, startA + 1, startB + 1, lastB, true);
      this.considerRange(given, startA + 1, lastA, startB, startB + 1, true);
    }
    this.considerRange(surname, lastA, endA, lastB, endB, false);
    // The maiden name kept as a middle name.
    if (surname.level < TokenLevel.sound) {
      this.considerRange(surname, lastA, endA, startB + 1, lastB, false);
      this.considerRange(surname, startA + 1, lastA, lastB, endB, false);
    }
    reset(swappedGiven);
    reset(swappedSurname);
    this.considerRange(swappedGiven, startA, startA + 1, lastB, endB, true);
    this.considerRange(swappedSurname, lastA, endA, startB, startB + 1, true);
    const straight = given.similarity + surname.similarity;
    const swapped = swappedGiven.similarity + swappedSurname.similarity;
    const isSwapped =
      swapped > straight + SWAP_MARGIN &&
      swappedGiven.level + swappedSurname.level > given.level + surname.level;
    return isSwapped
      ? this.result(swappedGiven, swappedSurname, true, Number.NaN, true)
      : this.result(given, surname, true, this.middleLevel(startA, lastA, startB, lastB), false);
  }

  private consider(best: Part, a: number, b: number, asGiven: boolean): void {
    const comparer = this.comparer;
    comparer.look(a, b);
    const level = comparer.level(asGiven);
    if (level < best.level) return;
    const { similarity } = comparer;
    // Of equally good readings the rarer one counts, whichever side it is found from.
    const shares = asGiven ? this.tokenTable.logShareAsGiven : this.tokenTable.logShareAsSurname;
    const share = Math.max(shares[a]!, shares[b]!);
    const isBetter = (level - best.level || similarity - best.similarity || best.share - share) > 0;
    if (!isBetter) return;
    best.share = share;
    best.a = a;
    best.b = b;
    best.level = level;
    best.similarity = similarity;
  }

  private considerRange(
    best: Part,
    fromA: number,
    toA: number,
    fromB: number,
    toB: number,
    asGiven: boolean,
  ): void {
    const { tokens } = this.names;
    for (let i = fromA; i < toA; i++) {
      for (let k = fromB; k < toB; k++) this.consider(best, tokens[i]!, tokens[k]!, asGiven);
    }
  }

  private considerAliases(best: Part, a: number, b: number): void {
    const { alias, start, tokens } = this.names;
    const aliasA = alias[a]!;
    const aliasB = alias[b]!;
    if (aliasA !== MISSING) this.consider(best, aliasA, tokens[start[b]!]!, true);
    if (aliasB !== MISSING) this.consider(best, tokens[start[a]!]!, aliasB, true);
    if (aliasA !== MISSING && aliasB !== MISSING) this.consider(best, aliasA, aliasB, true);
  }

  private middleLevel(startA: number, lastA: number, startB: number, lastB: number): number {
    if (lastA - startA < 2 || lastB - startB < 2) return Number.NaN;
    this.comparer.look(this.names.tokens[startA + 1]!, this.names.tokens[startB + 1]!);
    const level = this.comparer.level(true);
    if (level >= TokenLevel.sound) return 2;
    return level >= TokenLevel.similar ? 1 : 0;
  }

  private result(
    g: Part,
    s: Part,
    bothHaveSurnames: boolean,
    middle: number,
    swapped: boolean,
  ): NameAlignment {
    const found = this.found;
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

function reset(best: Part): void {
  best.a = MISSING;
  best.b = MISSING;
  best.level = -1;
  best.similarity = -1;
  best.share = 0;
}
