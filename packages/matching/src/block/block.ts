// Stage 2: which pairs are worth comparing. Every rule proposes; the gate throws out; the order of rows has no say.
import {
  type BlockingRule,
  type Candidates,
  type Gate,
  type KeyBuffer,
  NO_DAY,
  type Records,
} from '../domain.ts';
import { gateOf, type PassesGate } from './gate.ts';
import { Int32List } from './int32-list.ts';
import { KeyIndex } from './key-index.ts';

const MAX_KEYS_PER_ROW = 64;

/** Proposes candidate pairs of distinct rows. A block beyond its rule's limit is counted and left closed. */
export function block(records: Records, rules: readonly BlockingRule[], gate: Gate): Candidates {
  return new Blocking(records, rules, gateOf(records, gate)).run();
}

class Blocking {
  private readonly reward = new Int32List();
  private readonly pos = new Int32List();
  private readonly rule = new Int32List();
  /** For each POS row, the last reward that looked at it, plus one: a pair is judged once. */
  private readonly seenBy: Int32Array;
  private proposed = 0;
  private skippedBlocks = 0;

  constructor(
    private readonly records: Records,
    private readonly rules: readonly BlockingRule[],
    private readonly passes: PassesGate,
  ) {
    this.seenBy = new Int32Array(records.pos.count);
  }

  run(): Candidates {
    const indexes = this.indexPos();
    const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_KEYS_PER_ROW) };
    for (let r = 0; r < this.records.rewards.count; r++) {
      for (const [i, rule] of this.rules.entries()) {
        buffer.count = 0;
        rule.keysOfReward(this.records, this.records.rewards, r, buffer);
        for (let k = 0; k < buffer.count; k++) this.open(r, buffer.keys[k]!, indexes[i]!, i);
      }
    }
    return {
      count: this.reward.length,
      reward: this.reward.toArray(),
      pos: this.pos.toArray(),
      rule: Uint8Array.from(this.rule.toArray()),
      proposed: this.proposed,
      skippedBlocks: this.skippedBlocks,
    };
  }

  private indexPos(): KeyIndex[] {
    const { pos } = this.records;
    const byDay = Int32Array.from({ length: pos.count }, (_, i) => i).sort(
      (a, b) => pos.day[a]! - pos.day[b]!,
    );
    const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_KEYS_PER_ROW) };
    return this.rules.map((rule) => {
      const keys = new Int32List();
      const rows = new Int32List();
      for (const row of byDay) {
        buffer.count = 0;
        rule.keysOfPos(this.records, pos, row, buffer);
        for (let k = 0; k < buffer.count; k++) {
          keys.push(buffer.keys[k]!);
          rows.push(row);
        }
      }
      return new KeyIndex(keys.toArray(), rows.toArray(), keys.length, pos.day);
    });
  }

  private open(r: number, key: number, index: KeyIndex, ruleIndex: number): void {
    const { windowDays, limit, onlyIfFew } = this.rules[ruleIndex]!;
    const { from, to } = index.blockOf(key);
    if (from === to) return;
    const day = this.records.rewards.day[r]!;
    const dated = index.firstDated(from, to);
    const windowed = windowDays !== null && day !== NO_DAY;
    const first = windowed ? index.firstFrom(day - windowDays.after, dated, to) : dated;
    const end = windowed ? index.firstFrom(day + windowDays.before + 1, first, to) : to;
    if (end - first + dated - from > limit) {
      if (!onlyIfFew) this.skippedBlocks++;
      return;
    }
    for (let i = from; i < dated; i++) this.judge(r, index.rows[i]!, ruleIndex);
    for (let i = first; i < end; i++) this.judge(r, index.rows[i]!, ruleIndex);
  }

  private judge(r: number, p: number, ruleIndex: number): void {
    if (this.seenBy[p] === r + 1) return;
    this.seenBy[p] = r + 1;
    const { rewards, pos } = this.records;
    if (rewards.reversal[r] !== pos.reversal[p] || pos.cancelled[p] === 1) return;
    this.proposed++;
    if (!this.passes(r, p)) return;
    this.reward.push(r);
    this.pos.push(p);
    this.rule.push(ruleIndex);
  }
}
