// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import { type Gate, MISSING, NO_DAY, type Records, type TokenTable } from '../domain.ts';
import {
  AMOUNT,
  BITS,
  bitCount,
  DAY,
  GIVEN,
  gateLines,
  LETTER,
  LINE,
  QUIET,
  SIGNATURE,
  SIGNATURE_WORDS,
  SOUND,
  STANDING,
  SURNAME,
} from './gate-lines.ts';
import type { PairWriter } from './pair-writer.ts';
import { rareAmounts } from './rare.ts';

export class GateKeeper {
  /** Pairs looked at. */
  proposed = 0;
  private readonly rewards: Int32Array;
  private readonly pos: Int32Array;
  private readonly amountPoints: Uint8Array;
  /** For each POS row, the last reward that looked at it, plus one: a pair is judged once. */
  private readonly seenBy: Int32Array;

  constructor(
    private readonly records: Records,
    private readonly gate: Gate,
    private readonly passed: PairWriter,
  ) {
    const { rewards, pos } = records;
    this.rewards = gateLines(records, rewards);
    this.pos = gateLines(records, pos);
    this.amountPoints = rareAmounts(records).map((rare) => (rare === 1 ? gate.rareAmount : gate.amount));
    this.seenBy = new Int32Array(pos.count);
  }

  /** Writes the pairs of a reward with those of `rows[from … to)` that agree enough, or with all of them given proof. */
  judge(r: number, rows: Int32Array, from: number, to: number, rule: number, isProof: boolean): void {
    const { rewards, pos } = this;
    const { keepFrom, lag, quietDay } = this.gate;
    const passed = this.passed;
    const seenBy = this.seenBy;
    const own = r * LINE;
    const amount = rewards[own + AMOUNT]!;
    const postedOn = rewards[own + DAY]!;
    const standing = rewards[own + STANDING]!;
    const isNameless = rewards[own + GIVEN] === MISSING;
    const amountPoints = this.amountPoints[r]!;
    for (let i = from; i < to; i++) {
      const p = rows[i]!;
      if (seenBy[p] === r + 1) continue;
      seenBy[p] = r + 1;
      const at = p * LINE;
      if (pos[at + STANDING] !== standing) continue;
      this.proposed++;
      if (!isProof) {
        const soldOn = pos[at + DAY]!;
        const days = postedOn - soldOn;
        const isNear = postedOn === NO_DAY || soldOn === NO_DAY || (days >= lag.from && days <= lag.to);
        const sameAmount = pos[at + AMOUNT] === amount;
        const dayPoints = days === 0 && pos[at + QUIET] === 1 ? quietDay : lag.points;
        const points = (isNear ? dayPoints : 0) + (sameAmount ? amountPoints : 0);
        if (isNameless || pos[at + GIVEN] === MISSING) {
          // A nameless row can only be told by amount and day, and those must then both agree.
          if (!(isNear && sameAmount) && points < keepFrom) continue;
        } else if (!this.namesAgree(own, at, keepFrom - points)) continue;
      }
      passed.push(r, p, rule);
    }
  }

  /** True when the names of two lines agree by at least `needed` points; stops as soon as it knows. */
  private namesAgree(own: number, at: number, needed: number): boolean {
    const { rewards, pos, gate } = this;
    const givenPoints = this.partPoints(own + GIVEN, at + GIVEN, gate.givenName);
    const points = givenPoints + this.partPoints(own + SURNAME, at + SURNAME, gate.surname);
    if (points >= needed) return true;
    const fewer = Math.min(rewards[own + BITS]!, pos[at + BITS]!);
    const inCommon = this.sharedBits(own + SIGNATURE, at + SIGNATURE) / Math.max(1, fewer);
    for (const level of gate.letters) {
      if (inCommon < level.from) continue;
      if (level.points >= needed) return true;
      break;
    }
    // Last, because it reads lists: a nickname where the given names have nothing else in common.
    if (givenPoints !== 0 || points + gate.givenName < needed) return false;
    return shareGroup(this.records.tokens, rewards[own + GIVEN]!, pos[at + GIVEN]!);
  }

  private partPoints(own: number, at: number, agreeing: number): number {
    const { rewards, pos, gate } = this;
    const token = rewards[own]!;
    if (token === MISSING || pos[at] === MISSING) return 0;
    if (token === pos[at]) return agreeing;
    const sound = rewards[own + SOUND]!;
    if (sound !== MISSING && sound === pos[at + SOUND]) return agreeing;
    const letterA = rewards[own + LETTER]!;
    const letterB = pos[at + LETTER]!;
    return ((letterA | letterB) & 1) === 1 && letterA >> 1 === letterB >> 1 ? gate.initial : 0;
  }

  /** Hashed letter pairs that both names have: at least as many as they truly share. */
  private sharedBits(own: number, at: number): number {
    let both = 0;
    for (let word = 0; word < SIGNATURE_WORDS; word++) {
      both += bitCount(this.rewards[own + word]! & this.pos[at + word]!);
    }
    return both;
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
