// Stage 2: which pairs are worth comparing. Rules propose, the wide ones where the strong ones found nothing decisive; the gate
// throws out; the order of rows has no say.
import type { BlockingRule, Candidates, Gate, Records, RowRange } from '../domain.ts';
import { GateKeeper } from './gate.ts';
import { joinPasses } from './pair-writer.ts';
import { rulesIndexer } from './rule-index.ts';
import { RuleSearch } from './rule-search.ts';

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
  const keeper = new GateKeeper(records, gate);
  const indexRules = rulesIndexer(records);
  const placed = rules.map((rule, place) => ({ rule, place }));
  const searchOf = (isStrong: boolean, rewards: Int32Array): RuleSearch => {
    const opened = placed.filter(({ rule }) => (rule.isStrong ?? false) === isStrong);
    return new RuleSearch(records, opened, rewards, keeper, indexRules);
  };
  const all = Int32Array.from({ length: range.to - range.from }, (_, i) => range.from + i);
  const strong = searchOf(true, all);
  strong.run((processed) => checkpoint?.(processed, 2 * all.length));
  const found = keeper.endPass();
  const open = all.filter((r) => !keeper.isDecided(r));
  const wide = searchOf(false, open);
  wide.run((processed) => checkpoint?.(2 * all.length - open.length + processed, 2 * all.length));
  return {
    ...joinPasses(found, keeper.endPass()),
    proposed: keeper.proposed,
    skippedBlocks: strong.skippedBlocks + wide.skippedBlocks,
  };
}
