// Stage 2: which pairs are worth comparing. Rules propose, the wide ones where the strong ones found nothing decisive; the gate
// throws out; the order of rows has no say.
import type { BlockingRule, Candidates, Gate, Records, RowRange } from '../domain.ts';
import { BlockTables } from './block-tables.ts';
import { GateKeeper } from './gate.ts';
import { joinPasses, type Pairs } from './pair-writer.ts';
import { rulesIndexer } from './rule-index.ts';
import { RuleSearch } from './rule-search.ts';

/**
 * An index holds what the rewards at hand look for, and goes when they are done: this bounds what a million of them need. Each index of
 * rules without a window takes another walk over all POS rows, so that it is made for as many rewards that look into it as may be.
 */
const REWARDS_AT_ONCE = 131_072;

/**
 * Proposes candidate pairs of distinct rows, of the rewards in `range` (default: all). A block beyond its rule's limit is counted
 * and left closed. What a reward finds does not depend on the range it stands in. `checkpoint` is called between rewards. Searches of
 * one job can share their `tables`.
 */
export function block(
  records: Records,
  rules: readonly BlockingRule[],
  gate: Gate,
  range: RowRange = { from: 0, to: records.rewards.count },
  checkpoint?: (processed: number, total: number) => void,
  tables: BlockTables = new BlockTables(records, rules),
): Candidates {
  const keeper = new GateKeeper(records, gate, tables, rules);
  const indexRules = rulesIndexer(records, tables);
  const placed = rules.map((rule, place) => ({ rule, place }));
  const passedOver = new Set<number>();
  /** Opens the strong rules or the wide ones for `rewards`; a pass is half of the way. */
  const pass = (isStrong: boolean, rewards: Int32Array): Pairs => {
    const opened = placed.filter(({ rule }) => (rule.isStrong ?? false) === isStrong);
    const before = isStrong ? 0 : rewards.length;
    for (let from = 0; from < rewards.length; from += REWARDS_AT_ONCE) {
      const atHand = rewards.subarray(from, from + REWARDS_AT_ONCE);
      const search = new RuleSearch(records, opened, atHand, keeper, indexRules);
      search.run((processed) => checkpoint?.(before + from + processed, 2 * rewards.length));
      for (const r of search.passedOver) passedOver.add(r);
    }
    return keeper.endPass();
  };
  const all = rowsFrom(range.from, range.to);
  const strong = pass(true, all);
  const open = all.filter((r) => !keeper.isDecided(r));
  const found = joinPasses(strong, pass(false, open));
  const { memberStart } = records.rewards;
  let passedOverRewards = 0;
  for (const r of passedOver) passedOverRewards += memberStart[r + 1]! - memberStart[r]!;
  return { ...found, proposed: keeper.proposed, passedOverRewards };
}

const rowsFrom = (from: number, to: number): Int32Array => new Int32Array(to - from).map((_, i) => from + i);
