// Stage 2: which pairs are worth comparing. Rules propose, the wide ones where the strong ones found nothing decisive; the gate
// throws out; the order of rows has no say.
import type { BlockingRule, Candidates, Gate, Records, RowRange } from '../domain.ts';
import { GateKeeper } from './gate.ts';
import { type GateLines, gateLines } from './gate-lines.ts';
import { joinPasses, PairWriter } from './pair-writer.ts';
import { rulesIndexer } from './rule-index.ts';
import { RuleSearch } from './rule-search.ts';

/** An index holds what the rewards at hand look for, and goes when they are done: this bounds what a million of them need. */
const REWARDS_AT_ONCE = 131_072;

/**
 * Proposes candidate pairs of distinct rows, of the rewards in `range` (default: all). A block beyond its rule's limit is counted
 * and left closed. What a reward finds does not depend on the range it stands in. `checkpoint` is called between rewards. Searches of
 * one job can share their `lines`.
 */
export function block(
  records: Records,
  rules: readonly BlockingRule[],
  gate: Gate,
  range: RowRange = { from: 0, to: records.rewards.count },
  checkpoint?: (processed: number, total: number) => void,
  lines: GateLines = gateLines(records),
): Candidates {
  const keeper = new GateKeeper(records, gate, lines, rules);
  const indexRules = rulesIndexer(records);
  const placed = rules.map((rule, place) => ({ rule, place }));
  const searchOf = (isStrong: boolean, rewards: Int32Array): RuleSearch => {
    const opened = placed.filter(({ rule }) => (rule.isStrong ?? false) === isStrong);
    return new RuleSearch(records, opened, rewards, keeper, indexRules);
  };
  const { memberStart } = records.rewards;
  const found = new PairWriter();
  let passedOverRewards = 0;
  for (let from = range.from; from < range.to; from += REWARDS_AT_ONCE) {
    const rewards = rowsFrom(from, Math.min(range.to, from + REWARDS_AT_ONCE));
    const report = (processed: number): void =>
      checkpoint?.(2 * (from - range.from) + processed, 2 * (range.to - range.from));
    const strong = searchOf(true, rewards);
    strong.run(report);
    const strongPairs = keeper.endPass();
    const open = rewards.filter((r) => !keeper.isDecided(r));
    const wide = searchOf(false, open);
    wide.run((processed) => report(2 * rewards.length - open.length + processed));
    joinPasses(strongPairs, keeper.endPass(), found);
    for (const r of new Set([...strong.passedOver, ...wide.passedOver]))
      passedOverRewards += memberStart[r + 1]! - memberStart[r]!;
  }
  return { ...found.pairs(), proposed: keeper.proposed, passedOverRewards };
}

const rowsFrom = (from: number, to: number): Int32Array => new Int32Array(to - from).map((_, i) => from + i);
