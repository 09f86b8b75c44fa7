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
import { MAX_BLOCKS, type RuleIndex, ruleIndex } from './rule-index.ts';

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
  /** POS rows without a date. */
  private readonly undated: number;
  private skippedBlocks = 0;

  constructor(
    private readonly records: Records,
    private readonly rules: readonly BlockingRule[],
    gate: Gate,
  ) {
    this.gate = new GateKeeper(records, gate, this.passed);
    this.indexes = rules.map((rule) => ruleIndex(records, rule));
    this.windows = rules.map(() => ({ from: 0, to: 0 }));
    this.undated = firstAtLeast(records.pos.day, 0, records.pos.count, NO_DAY + 1);
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

  /** Rewards come in order of day, so that this is done once for each day. */
  private moveWindows(day: number): void {
    const { pos } = this.records;
    for (let rule = 0; rule < this.rules.length; rule++) {
      const { windowDays } = this.rules[rule]!;
      const window = this.windows[rule]!;
      const isOpen = windowDays === null || day === NO_DAY;
      window.from = isOpen
        ? this.undated
        : firstAtLeast(pos.day, this.undated, pos.count, day - windowDays.after);
      window.to = isOpen
        ? pos.count
        : firstAtLeast(pos.day, window.from, pos.count, day + windowDays.before + 1);
    }
  }

  private open(r: number, rule: number, block: number): void {
    const { start, items } = this.indexes[rule]!.rows;
    const { limit, isProof, onlyIfFew } = this.rules[rule]!;
    const window = this.windows[rule]!;
    const from = start[block]!;
    const to = start[block + 1]!;
    const dated = this.undated === 0 ? from : firstAtLeast(items, from, to, this.undated);
    const first = firstAtLeast(items, dated, to, window.from);
    const end = firstAtLeast(items, first, to, window.to);
    if (end - first + dated - from > limit) {
      if (!onlyIfFew) this.skippedBlocks++;
      return;
    }
    this.gate.judge(r, items, from, dated, rule, isProof);
    this.gate.judge(r, items, first, end, rule, isProof);
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
