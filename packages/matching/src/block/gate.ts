// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type PartPoints, type Records, type TokenTable } from '../domain.ts';
import {
  AMOUNT,
  BITS,
  bitCount,
  DAY,
  GIVEN,
  gateLines,
  HAS_FORMS,
  IS_INITIAL,
  LETTER,
  LETTER_SHIFT,
  LINE,
  LOCATION,
  PRODUCTS,
  PROGRAMS,
  PROVIDER,
  QUIET,
  SIGNATURE,
  SIGNATURE_WORDS,
  SOUND,
  STANDING,
  SURNAME,
  TRAITS,
} from './gate-lines.ts';
import { BITS_SHIFT, LONGEST_LAG, lagTable, letterTable } from './gate-tables.ts';
import type { PairWriter } from './pair-writer.ts';
import { rareAmounts } from './rare.ts';

export class GateKeeper {
  /** Pairs looked at. */
  proposed = 0;
  private readonly rewards: Int32Array;
  private readonly pos: Int32Array;
  private readonly amountPoints: Uint8Array;
  private readonly lagPoints: Int8Array;
  private readonly letterPoints: Int8Array;
  private readonly mostLetterPoints: number;
  /** For each POS row, the last reward that looked at it, plus one: a pair is judged once. */
  private readonly seenBy: Int32Array;

  constructor(
    private readonly records: Records,
    private readonly gate: Gate,
    private readonly passed: PairWriter,
  ) {
    this.rewards = gateLines(records, records.rewards);
    this.pos = gateLines(records, records.pos);
    this.amountPoints = rareAmounts(records).map((rare) => (rare === 1 ? gate.rareAmount : gate.amount));
    this.lagPoints = lagTable(gate);
    this.letterPoints = letterTable(gate);
    this.mostLetterPoints = gate.letters[0]!.points;
    this.seenBy = new Int32Array(records.pos.count);
  }

  /** Writes the pairs of a reward with those of `rows[from … to)` that agree enough, or with all of them given proof. */
  judge(r: number, rows: Int32Array, from: number, to: number, rule: number, isProof: boolean): void {
    const pos = this.pos;
    const passed = this.passed;
    const seenBy = this.seenBy;
    const own = r * LINE;
    const standing = this.rewards[own + TRAITS]! & STANDING;
    for (let i = from; i < to; i++) {
      const p = rows[i]!;
      if (seenBy[p] === r + 1) continue;
      seenBy[p] = r + 1;
      const at = p * LINE;
      if ((pos[at + TRAITS]! & STANDING) !== standing) continue;
      this.proposed++;
      if (isProof || this.reaches(own, at, this.amountPoints[r]!)) passed.push(r, p, rule);
    }
  }

  /** True when all points of two lines add up to 0 or more. */
  private reaches(own: number, at: number, amountPoints: number): boolean {
    const { rewards, pos, gate } = this;
    let points = this.dayPoints(rewards[own + DAY]!, pos[at + DAY]!, pos[at + TRAITS]!);
    if (rewards[own + AMOUNT] === pos[at + AMOUNT]) points += amountPoints;
    points += this.soldPoints(rewards[own + TRAITS]!, pos[at + TRAITS]!);
    const provider = rewards[own + PROVIDER]!;
    if (provider !== MISSING && pos[at + PROVIDER] !== MISSING) {
      points += provider === pos[at + PROVIDER] ? gate.provider.agree : gate.provider.differ;
    }
    const location = rewards[own + LOCATION]!;
    if (location !== MISSING && pos[at + LOCATION] !== MISSING) {
      points += location === pos[at + LOCATION] ? gate.location.agree : gate.location.differ;
    }
    const isNameless = rewards[own + GIVEN] === MISSING || pos[at + GIVEN] === MISSING;
    return isNameless ? points + gate.nameless >= 0 : this.namesReach(own, at, points);
  }

  private dayPoints(postedOn: number, soldOn: number, traits: number): number {
    if (postedOn === NO_DAY || soldOn === NO_DAY) return this.gate.undated;
    const lag = postedOn - soldOn;
    if (lag === 0 && (traits & QUIET) !== 0) return this.gate.quietDay;
    return lag < -LONGEST_LAG || lag > LONGEST_LAG ? this.gate.otherLag : this.lagPoints[lag + LONGEST_LAG]!;
  }

  /** What both rows say was sold, and under which program. */
  private soldPoints(a: number, b: number): number {
    const { program, product } = this.gate;
    let points = 0;
    if ((a & PROGRAMS) !== 0 && (b & PROGRAMS) !== 0) {
      points += (a & b & PROGRAMS) !== 0 ? program.agree : program.differ;
    }
    if ((a & PRODUCTS) !== 0 && (b & PRODUCTS) !== 0) {
      points += (a & b & PRODUCTS) !== 0 ? product.agree : product.differ;
    }
    return points;
  }

  /** Adds the points of names; stops as soon as it knows. */
  private namesReach(own: number, at: number, pointsSoFar: number): boolean {
    const { givenName, surname, crossed } = this.gate;
    const given = this.partPoints(own + GIVEN, at + GIVEN, givenName, true);
    const family = this.partPoints(own + SURNAME, at + SURNAME, surname, false);
    let points = pointsSoFar + given + family;
    if (given < givenName.alike && family < surname.alike) {
      if (this.isAlike(own + GIVEN, at + SURNAME, true)) points += crossed;
      if (this.isAlike(own + SURNAME, at + GIVEN, true)) points += crossed;
    }
    return points + this.mostLetterPoints >= 0 && points + this.lettersInCommon(own, at) >= 0;
  }

  private partPoints(own: number, at: number, points: PartPoints, asGiven: boolean): number {
    const { rewards, pos } = this;
    const token = rewards[own]!;
    if (token === MISSING || pos[at] === MISSING) return points.different;
    if (token === pos[at]) return points.equal;
    if (this.isAlike(own, at, asGiven)) return points.alike;
    const letterA = rewards[own + LETTER]!;
    const letterB = pos[at + LETTER]!;
    if (letterA >> LETTER_SHIFT !== letterB >> LETTER_SHIFT) return points.different;
    return ((letterA | letterB) & IS_INITIAL) !== 0 ? points.initial : points.firstLetter;
  }

  /** The same token, the same sound, or for given names one familiar form. */
  private isAlike(own: number, at: number, asGiven: boolean): boolean {
    const { rewards, pos } = this;
    const token = rewards[own]!;
    if (token === MISSING || pos[at] === MISSING) return false;
    if (token === pos[at]) return true;
    const sound = rewards[own + SOUND]!;
    if (sound !== MISSING && sound === pos[at + SOUND]) return true;
    const bothHaveForms = (rewards[own + LETTER]! & pos[at + LETTER]! & HAS_FORMS) !== 0;
    return asGiven && bothHaveForms && shareGroup(this.records.tokens, token, pos[at]!);
  }

  /** By hashed letter pairs that both names have: at least as many as they truly share. */
  private lettersInCommon(own: number, at: number): number {
    const { rewards, pos } = this;
    let shared = 0;
    for (let word = SIGNATURE; word < SIGNATURE + SIGNATURE_WORDS; word++) {
      shared += bitCount(rewards[own + word]! & pos[at + word]!);
    }
    const fewer = Math.min(rewards[own + BITS]!, pos[at + BITS]!);
    return this.letterPoints[(fewer << BITS_SHIFT) | shared]!;
  }
}

/** Walks two ascending lists of nickname groups. */
function shareGroup({ groups, groupStart }: TokenTable, a: number, b: number): boolean {
  let i = groupStart[a]!;
  let k = groupStart[b]!;
  while (i < groupStart[a + 1]! && k < groupStart[b + 1]!) {
    if (groups[i] === groups[k]) return true;
    if (groups[i]! < groups[k]!) i++;
    else k++;
  }
  return false;
}
