// Some rules opened for some rewards: each walks its window along the calendar and hands what lies in its blocks to the gate.
import { type BlockingRule, type KeyBuffer, NO_DAY, type Records } from '../domain.ts';
import { firstAtLeast, undatedRows } from './calendar.ts';
import type { GateKeeper } from './gate.ts';
import type { Lists } from './lists.ts';
import { MAX_BLOCKS } from './name-keys.ts';
import type { IndexRules, RuleIndex } from './rule-index.ts';

/** Told so often between rewards: some milliseconds of work. */
const REWARDS_PER_CHECKPOINT = 1024;

/** A rule with its place in the plan. */
export interface PlacedRule {
  rule: BlockingRule;
  place: number;
}

/** POS rows inside a rule's window; those without a date, which come first of all, are inside any. */
interface Window {
  from: number;
  to: number;
}

export class RuleSearch {
  private readonly indexes: readonly RuleIndex[];
  private readonly windows: readonly Window[];
  /**
   * By rule: where each block's dated rows inside the window begin, and where the block ends, side by side. Rewards come in
   * order of day, so that beginnings only move on.
   */
  private readonly bounds: readonly Int32Array[];
  /** POS rows without a date. */
  private readonly undated: number;
  /** Distinct rewards of which a block was left closed. */
  readonly passedOver = new Set<number>();

  constructor(
    private readonly records: Records,
    private readonly rules: readonly PlacedRule[],
    /** Distinct rewards, ascending. */
    private readonly rewards: Int32Array,
    private readonly gate: GateKeeper,
    indexRules: IndexRules,
  ) {
    const opened = rules.map(({ rule }) => rule);
    this.indexes = indexRules(opened, rewards);
    this.windows = rules.map(() => ({ from: 0, to: 0 }));
    this.undated = undatedRows(records.pos);
    this.bounds = this.indexes.map(({ rows }) => boundsOf(rows, this.undated));
  }

  /** `checkpoint` is called between rewards. */
  run(checkpoint?: (processed: number) => void): void {
    const { day } = this.records.rewards;
    const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_BLOCKS) };
    let moved: number | undefined;
    for (let i = 0; i < this.rewards.length; i++) {
      const r = this.rewards[i]!;
      if (i % REWARDS_PER_CHECKPOINT === 0) checkpoint?.(i);
      if (day[r] !== moved) this.moveWindows(day[r]!);
      moved = day[r];
      this.gate.turnTo(r);
      for (let k = 0; k < this.rules.length; k++) {
        buffer.count = 0;
        this.indexes[k]!.writeBlocks(r, buffer);
        for (let b = 0; b < buffer.count; b++) this.open(r, k, buffer.keys[b]!);
      }
      this.gate.judge(r);
    }
  }

  /** Once for each day. */
  private moveWindows(day: number): void {
    const { pos } = this.records;
    for (let rule = 0; rule < this.rules.length; rule++) {
      const { windowDays } = this.rules[rule]!.rule;
      const window = this.windows[rule]!;
      if (windowDays === null || day === NO_DAY) {
        window.to = pos.count;
        continue;
      }
      const from = Math.max(window.from, this.undated);
      window.from = firstAtLeast(pos.day, from, pos.count, day - windowDays.after);
      window.to = firstAtLeast(pos.day, window.from, pos.count, day + windowDays.before + 1);
    }
  }

  private open(r: number, rule: number, block: number): void {
    const { start, items } = this.indexes[rule]!.rows;
    const { limit, onlyIfFew } = this.rules[rule]!.rule;
    const { place } = this.rules[rule]!;
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
      if (!onlyIfFew) this.passedOver.add(r);
      return;
    }
    if (undatedTo > undatedFrom) this.gate.propose(items, undatedFrom, undatedTo, this.undated, place);
    this.gate.propose(items, first, end, window.to, place);
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
