// Stage 2: which pairs are worth comparing. Every rule proposes; the gate throws out; the order of rows has no say.
import {
  type BlockingRule,
  type Candidates,
  type Gate,
  type KeyBuffer,
  NO_DAY,
  type Records,
  type RowRange,
} from '../domain.ts';
import { GateKeeper } from './gate.ts';
import type { Lists } from './lists.ts';
import { PairWriter } from './pair-writer.ts';
import { MAX_BLOCKS, type RuleIndex, ruleIndexes } from './rule-index.ts';

/** Told so often between rewards: some milliseconds of work. */
const REWARDS_PER_CHECKPOINT = 1024;

/**
 * Proposes candidate pairs of distinct rows, of the rewards in `range` (default: all). A block beyond its rule's limit is counted
 * and left closed. What a reward finds does not depend on the range it stands in. `checkpoint` is called between rewards.
 */
export function block(
  records: Records,
  rules: readonly BlockingRule[],
  gate: Gate,
  range: RowRange = { from: 0, to: records.rewards.count },
  checkpoint?: (processed: number, total: number) => void,
): Candidates {
  return new Blocking(records, rules, gate).run(range, checkpoint);
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
  /**
   * By rule: where each block's dated rows inside the window begin, and where the block ends, side by side. Rewards come in
   * order of day, so that beginnings only move on.
   */
  private readonly bounds: readonly Int32Array[];
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
    this.bounds = this.indexes.map(({ rows }) => boundsOf(rows, this.undated));
  }

  run({ from, to }: RowRange, checkpoint?: (processed: number, total: number) => void): Candidates {
    const { rewards } = this.records;
    const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_BLOCKS) };
    for (let r = from; r < to; r++) {
      if ((r - from) % REWARDS_PER_CHECKPOINT === 0) checkpoint?.(r - from, to - from);
      if (r === from || rewards.day[r] !== rewards.day[r - 1]) this.moveWindows(rewards.day[r]!);
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
    const bounds = this.bounds[rule]!;
    const end = bounds[2 * block + 1]!;
    let first = bounds[2 * block]!;
    while (first < end && items[first]! < window.from) first++;
    bounds[2 * block] = first;
    const undatedFrom = this.undated === 0 ? first : start[block]!;
    const undatedTo = this.undated === 0 ? first : firstAtLeast(items, undatedFrom, end, this.undated);
    // One row more than the limit, still inside the window.
    const beyond = first + limit - (undatedTo - undatedFrom);
    if (beyond < first || (beyond < end && items[beyond]! < window.to)) {
      if (!onlyIfFew) this.skippedBlocks++;
      return;
    }
    let last = first;
    while (last < end && items[last]! < window.to) last++;
    if (undatedTo > undatedFrom) this.gate.judge(r, items, undatedFrom, undatedTo, rule, isProof);
    if (last > first) this.gate.judge(r, items, first, last, rule, isProof);
  }
}

/** Of each block where its dated rows begin, and where it ends. */
function boundsOf({ start, items }: Lists, undated: number): Int32Array {
  const blocks = start.length - 1;
  const bounds = new Int32Array(blocks * 2);
  for (let block = 0; block < blocks; block++) {
    const from = start[block]!;
    const end = start[block + 1]!;
    bounds[2 * block] = undated === 0 ? from : firstAtLeast(items, from, end, undated);
    bounds[2 * block + 1] = end;
  }
  return bounds;
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
