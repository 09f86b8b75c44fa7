// Stage 2: which pairs are worth comparing. Every rule proposes; the gate throws out; the order of rows has no say.
import {
  type BlockingRule,
  type Candidates,
  type Gate,
  type KeyBuffer,
  NO_DAY,
  type Records,
} from '../domain.ts';
import { GateKeeper } from './gate.ts';
import { PairWriter } from './pair-writer.ts';
import { MAX_BLOCKS, type RuleIndex, ruleIndexes } from './rule-index.ts';

/** Proposes candidate pairs of distinct rows. A block beyond its rule's limit is counted and left closed. */
export function block(records: Records, rules: readonly BlockingRule[], gate: Gate): Candidates {
  return new Blocking(records, rules, gate).run();
}

/** POS rows inside a rule's window; those without a date, which come first of all, are inside any. */
interface Window {
  from: number;
  to: number;
}

class Blocking {
  private readonly passed = new PairWriter();
  private readonly gate: GateKeeper;
  private readonly indexes: readonly RuleIndex[];
  private readonly windows: readonly Window[];
  /** By rule: where each block's rows inside the window begin. Rewards come in order of day, so it only moves on. */
  private readonly cursors: readonly Int32Array[];
  /** POS rows without a date. */
  private readonly undated: number;
  private skippedBlocks = 0;

  constructor(
    private readonly records: Records,
    private readonly rules: readonly BlockingRule[],
    gate: Gate,
  ) {
    this.gate = new GateKeeper(records, gate, this.passed);
    this.indexes = ruleIndexes(records, rules);
    this.windows = rules.map(() => ({ from: 0, to: 0 }));
    this.undated = firstAtLeast(records.pos.day, 0, records.pos.count, NO_DAY + 1);
    this.cursors = this.indexes.map(({ rows }) => rows.start.slice());
  }

  run(): Candidates {
    const { rewards } = this.records;
    const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_BLOCKS) };
    for (let r = 0; r < rewards.count; r++) {
      if (r === 0 || rewards.day[r] !== rewards.day[r - 1]) this.moveWindows(rewards.day[r]!);
      for (let rule = 0; rule < this.rules.length; rule++) {
        buffer.count = 0;
        this.indexes[rule]!.writeBlocks(r, buffer);
        for (let k = 0; k < buffer.count; k++) this.open(r, rule, buffer.keys[k]!);
      }
    }
    return {
      ...this.passed.pairs(),
      proposed: this.gate.proposed,
      skippedBlocks: this.skippedBlocks,
    };
  }

  /** Once for each day. */
  private moveWindows(day: number): void {
    const { pos } = this.records;
    for (let rule = 0; rule < this.rules.length; rule++) {
      const { windowDays } = this.rules[rule]!;
      const window = this.windows[rule]!;
      if (windowDays === null || day === NO_DAY) {
        window.to = pos.count;
        continue;
      }
      window.from = Math.max(window.from, this.undated);
      while (window.from < pos.count && pos.day[window.from]! < day - windowDays.after) window.from++;
      window.to = window.from;
      while (window.to < pos.count && pos.day[window.to]! <= day + windowDays.before) window.to++;
    }
  }

  private open(r: number, rule: number, block: number): void {
    const { start, items } = this.indexes[rule]!.rows;
    const { limit, isProof, onlyIfFew } = this.rules[rule]!;
    const window = this.windows[rule]!;
    const end = start[block + 1]!;
    const from = start[block]!;
    const dated = this.undated === 0 ? from : firstAtLeast(items, from, end, this.undated);
    const cursors = this.cursors[rule]!;
    let first = Math.max(cursors[block]!, dated);
    while (first < end && items[first]! < window.from) first++;
    cursors[block] = first;
    // One row more than the limit, still inside the window.
    const beyond = first + limit - (dated - from);
    if (beyond < first || (beyond < end && items[beyond]! < window.to)) {
      if (!onlyIfFew) this.skippedBlocks++;
      return;
    }
    this.gate.judge(r, items, from, dated, rule, isProof);
    let last = first;
    while (last < end && items[last]! < window.to) last++;
    this.gate.judge(r, items, first, last, rule, isProof);
  }
}

/** The first position in `[from, to)` of ascending `values` that holds `least` or more; `to` when none does. */
function firstAtLeast(values: Int32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
