// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type PartPoints, type Records, type TokenTable } from '../domain.ts';
import { contenders, copiesOf } from './contenders.ts';
import {
  AMOUNT,
  BITS,
  bitCount,
  DAY,
  type GateLines,
  GIVEN,
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
import { type Pairs, PairWriter } from './pair-writer.ts';
import { rareAmounts } from './rare.ts';

export class GateKeeper {
  /** Pairs looked at. */
  proposed = 0;
  /** Rows of the POS that are most likely the reward's own, and the rewards that have to share them. */
  private readonly decisive: Int32Array;
  private readonly contenders: Int32Array;
  private readonly rewards: Int32Array;
  private readonly pos: Int32Array;
  private readonly amountPoints: Uint8Array;
  private readonly lagPoints: Int8Array;
  private readonly letterPoints: Int8Array;
  private readonly mostLetterPoints: number;
  /** What has passed, and what had in the pass before, up to the reward at hand. */
  private passed = new PairWriter();
  private before: Pairs = this.passed.pairs();
  private at = 0;
  /** For each POS row, the last turn in which it was looked at: a pair is judged once. */
  private readonly seenIn: Int32Array;
  private turn = 0;

  constructor(
    private readonly records: Records,
    private readonly gate: Gate,
    lines: GateLines,
  ) {
    this.rewards = lines.rewards;
    this.pos = lines.pos;
    this.amountPoints = rareAmounts(records).map((rare) => (rare === 1 ? gate.rareAmount : gate.amount));
    this.lagPoints = lagTable(gate);
    this.letterPoints = letterTable(gate);
    this.mostLetterPoints = gate.letters[0]!.points;
    this.seenIn = new Int32Array(records.pos.count);
    this.decisive = new Int32Array(records.rewards.count);
    this.contenders = contenders(records);
  }

  /** The next pairs are those of reward `r`; what it was paired with in the pass before is not judged again. */
  turnTo(r: number): void {
    this.turn++;
    const { count, reward, pos } = this.before;
    while (this.at < count && reward[this.at]! < r) this.at++;
    for (; this.at < count && reward[this.at] === r; this.at++) this.seenIn[pos[this.at]!] = this.turn;
  }

  /** What has passed since the last pass. */
  endPass(): Pairs {
    this.before = this.passed.pairs();
    this.at = 0;
    this.passed = new PairWriter();
    return this.before;
  }

  /** Writes the pairs of a reward with those of `rows[from … to)` that agree enough, or with all of them given proof. */
  judge(r: number, rows: Int32Array, from: number, to: number, rule: number, isProof: boolean): void {
    const pos = this.pos;
    const passed = this.passed;
    const seenIn = this.seenIn;
    const turn = this.turn;
    const own = r * LINE;
    const standing = this.rewards[own + TRAITS]! & STANDING;
    for (let i = from; i < to; i++) {
      const p = rows[i]!;
      if (seenIn[p] === turn) continue;
      seenIn[p] = turn;
      const at = p * LINE;
      if ((pos[at + TRAITS]! & STANDING) !== standing) continue;
      this.proposed++;
      const points = this.pointsOf(own, at, this.amountPoints[r]!);
      if (points < 0 && !isProof) continue;
      passed.push(r, p, rule);
      if (this.isDecisive(r, p, points, isProof)) this.decisive[r]! += copiesOf(this.records.pos, p);
    }
  }

  /** Whether a reward has found what is most likely its own, and as much of it as those need who would have it too. */
  isDecided(r: number): boolean {
    return this.decisive[r]! >= this.contenders[r]!;
  }

  /** The rows agree in nearly everything, on a day that speaks for it; no relative's, and no part of it is left to look for. */
  private isDecisive(r: number, p: number, points: number, isProof: boolean): boolean {
    const { from, proof } = this.gate.decisive;
    const own = r * LINE;
    const at = p * LINE;
    if (points + (isProof ? proof : 0) < from || this.dayPoints(own, at) <= 0) return false;
    const redeemed = this.records.rewards.amountCents[r]!;
    const sold = this.records.pos.amountCents[p]!;
    const isWhole = redeemed === sold || (isProof && redeemed < sold);
    return isWhole && this.isAlike(own + GIVEN, at + GIVEN, true);
  }

  /** All points of two lines; some number below 0 where they do not add up to 0. */
  private pointsOf(own: number, at: number, amountPoints: number): number {
    const { rewards, pos, gate } = this;
    let points = this.dayPoints(own, at);
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
    return points + (isNameless ? gate.nameless : this.namePoints(own, at, points));
  }

  private dayPoints(own: number, at: number): number {
    const postedOn = this.rewards[own + DAY]!;
    const soldOn = this.pos[at + DAY]!;
    if (postedOn === NO_DAY || soldOn === NO_DAY) return this.gate.undated;
    const lag = postedOn - soldOn;
    if (lag === 0 && (this.pos[at + TRAITS]! & QUIET) !== 0) return this.gate.quietDay;
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

  /** The points of names; without their letters where those could not lift the sum to 0. */
  private namePoints(own: number, at: number, pointsSoFar: number): number {
    const { givenName, surname, crossed } = this.gate;
    const given = this.partPoints(own + GIVEN, at + GIVEN, givenName, true);
    const family = this.partPoints(own + SURNAME, at + SURNAME, surname, false);
    let points = given + family;
    if (given < givenName.alike && family < surname.alike) {
      if (this.isAlike(own + GIVEN, at + SURNAME, true)) points += crossed;
      if (this.isAlike(own + SURNAME, at + GIVEN, true)) points += crossed;
    }
    const isHopeless = pointsSoFar + points + this.mostLetterPoints < 0;
    return points + (isHopeless ? this.mostLetterPoints : this.lettersInCommon(own, at));
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
