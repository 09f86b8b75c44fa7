// The cheap gate: integer comparisons that throw out most proposed pairs before anything expensive is computed.
import type { BlockingRule, Gate, Records } from '../domain.ts';
import type { BlockTables } from './block-tables.ts';
import { copiesOf } from './contenders.ts';
import { type GateLines, LINE, STANDING, TRAITS } from './gate-lines.ts';
import { LinePoints } from './line-points.ts';
import { type Pairs, PairWriter } from './pair-writer.ts';

const FIRST_ROWS = 1024;

export class GateKeeper {
  /** Pairs looked at. */
  proposed = 0;
  /** Rows of the POS that are most likely the reward's own, and the rewards that have to share them. */
  private readonly decisive: Int32Array;
  private readonly contenders: Int32Array;
  private readonly lines: GateLines;
  private readonly points: LinePoints;
  /** By rule. */
  private readonly isProof: Uint8Array;
  /** What has passed, and what had in the pass before, up to the reward at hand. */
  private passed = new PairWriter();
  private before: Pairs = this.passed.pairs();
  private at = 0;
  /** For each POS row, the last turn in which it was proposed: a pair is judged once. */
  private readonly seenIn: Int32Array;
  private turn = 0;
  /** The standing of the reward at hand, and the rows proposed for it, each by the first rule that did. */
  private standing = 0;
  private rows: Int32Array = new Int32Array(FIRST_ROWS);
  private rules: Uint8Array = new Uint8Array(FIRST_ROWS);
  private count = 0;

  constructor(
    private readonly records: Records,
    private readonly gate: Gate,
    tables: BlockTables,
    rules: readonly BlockingRule[],
  ) {
    this.lines = tables.lines.get();
    this.points = new LinePoints(records, gate, this.lines);
    this.isProof = Uint8Array.from(rules, (rule) => Number(rule.isProof));
    this.seenIn = new Int32Array(records.pos.count);
    this.decisive = new Int32Array(records.rewards.count);
    this.contenders = tables.contenders.get().of;
  }

  /** The next rows are proposed for reward `r`; what it was paired with in the pass before is not judged again. */
  turnTo(r: number): void {
    this.turn++;
    this.count = 0;
    this.standing = this.lines.rewards[r * LINE + TRAITS]! & STANDING;
    const { count, reward, pos } = this.before;
    while (this.at < count && reward[this.at]! < r) this.at++;
    for (; this.at < count && reward[this.at] === r; this.at++) this.seenIn[pos[this.at]!] = this.turn;
  }

  /**
   * Proposes those of the ascending `rows[from … end)` that are less than `below`. They are judged together, later: by then the memory of
   * each is at hand, for which they would wait one after the other.
   */
  propose(rows: Int32Array, from: number, end: number, below: number, rule: number): void {
    const { seenIn, turn } = this;
    const standing = this.standing;
    const { pos } = this.lines;
    if (this.count + end - from > this.rows.length) this.makeRoomFor(this.count + end - from);
    const { rows: proposed, rules } = this;
    let count = this.count;
    for (let i = from; i < end; i++) {
      const p = rows[i]!;
      if (p >= below) break;
      if (seenIn[p] === turn) continue;
      seenIn[p] = turn;
      if ((pos[p * LINE + TRAITS]! & STANDING) !== standing) continue;
      proposed[count] = p;
      rules[count++] = rule;
    }
    this.count = count;
  }

  /** Writes the pairs of reward `r` with the proposed rows that agree enough, or with all of them given proof. */
  judge(r: number): void {
    const { passed, points, rows, rules, isProof, count } = this;
    this.proposed += count;
    points.turnTo(r);
    for (let i = 0; i < count; i++) {
      const p = rows[i]!;
      const rule = rules[i]!;
      const own = points.of(p * LINE);
      if (own < 0 && isProof[rule] === 0) continue;
      passed.push(r, p, rule);
      if (this.isDecisive(r, p, own, isProof[rule] === 1)) this.decisive[r]! += copiesOf(this.records.pos, p);
    }
  }

  /** What has passed since the last pass. */
  endPass(): Pairs {
    this.before = this.passed.pairs();
    this.at = 0;
    this.passed = new PairWriter();
    return this.before;
  }

  /** Whether a reward has found what is most likely its own, and as much of it as those need who would have it too. */
  isDecided(r: number): boolean {
    return this.decisive[r]! >= this.contenders[r]!;
  }

  /** The rows agree in nearly everything, on a day that speaks for it; no relative's, and no part of it is left to look for. */
  private isDecisive(r: number, p: number, points: number, isProof: boolean): boolean {
    const { from, proof } = this.gate.decisive;
    if (points + (isProof ? proof : 0) < from || this.points.ofDay(p * LINE) <= 0) return false;
    const redeemed = this.records.rewards.amountCents[r]!;
    const sold = this.records.pos.amountCents[p]!;
    const isWhole = redeemed === sold || (isProof && redeemed < sold);
    return isWhole && this.points.haveOneGivenName(p * LINE);
  }

  private makeRoomFor(rows: number): void {
    const { rows: proposed, rules } = this;
    this.rows = new Int32Array(rows * 2);
    this.rows.set(proposed);
    this.rules = new Uint8Array(rows * 2);
    this.rules.set(rules);
  }
}
