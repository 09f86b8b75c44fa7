// A pair's score as the sum it is, row by row, in words.
import { type Contribution, type Explanation, formatCents } from '@medspasync/schemas';
import type { Comparison, Describe, Records, Scored, SumGroup } from '../domain.ts';

/** Contributions weaker than this are left out of the summary. */
const WORTH_TELLING = 0.5;
const TOLD = 3;

/** A group takes its amounts together: the exact sum replaces the amount row, and the rivals are partners. */
export interface Explainer {
  /** What `explain` adds up to, without a word. */
  totalOf(pair: number, group?: SumGroup): number;
  explain(pair: number, group?: SumGroup): Explanation;
  /** In words, what speaks most against a pair. */
  weakestOf(pair: number): string;
}

export function explainerOf(
  records: Records,
  scored: Scored,
  comparisons: readonly Comparison[],
  rivals: { name: string; label: string },
): Explainer {
  /** Made when first asked for: whoever only wants the sum pays for no words. */
  const describes: Describe[] = [];
  const { candidates, contributions } = scored;
  const amountIndex = comparisons.findIndex((comparison) => comparison.name === 'amount');
  const hasSum = (c: number, group: SumGroup | undefined): group is SumGroup & { sumLogOdds: number } =>
    c === amountIndex && group !== undefined && group.sumLogOdds !== null;

  const logOddsOf = (pair: number, c: number, group?: SumGroup): number => {
    if (hasSum(c, group)) return group.sumLogOdds;
    const { logOdds, inputOf } = contributions[c]!;
    return logOdds[inputOf[pair]!]!;
  };
  const describe = (pair: number, c: number): string => {
    describes[c] ??= comparisons[c]!.describeOf(records);
    return describes[c](candidates.reward[pair]!, candidates.pos[pair]!);
  };
  const rivalsOf = (pair: number, group?: SumGroup): number => {
    const logOdds = scored.rivals[pair]!;
    if (group === undefined) return logOdds;
    return group.sumLogOdds === null ? Math.max(0, logOdds) : 0;
  };

  return {
    totalOf: (pair, group) => {
      let total = scored.baseLogOdds;
      for (let c = 0; c < contributions.length; c++) total += logOddsOf(pair, c, group);
      return total + rivalsOf(pair, group);
    },
    explain: (pair, group) => {
      const rows: Contribution[] = comparisons.map(({ name, label }, c) => ({
        comparison: name,
        label,
        logOdds: logOddsOf(pair, c, group),
        detail: hasSum(c, group) ? sumDetail(records, group) : describe(pair, c),
      }));
      const logOdds = rivalsOf(pair, group);
      const detail = group === undefined ? rivalDetail(logOdds) : PARTNERS;
      rows.push({ comparison: rivals.name, label: rivals.label, logOdds, detail });
      return totalled(scored.baseLogOdds, rows);
    },
    weakestOf: (pair) => {
      let worst = 0;
      for (let c = 1; c < contributions.length; c++) {
        if (logOddsOf(pair, c) < logOddsOf(pair, worst)) worst = c;
      }
      const least = logOddsOf(pair, worst);
      if (Math.min(least, rivalsOf(pair)) >= 0) return 'Nothing speaks against it, but another fits better';
      return rivalsOf(pair) < least ? rivalDetail(rivalsOf(pair)) : describe(pair, worst);
    },
  };
}

/** Within a group, the rows that would be rivals belong to it. */
const PARTNERS = 'The other rows belong to the same visit';

function rivalDetail(logOdds: number): string {
  if (logOdds > WORTH_TELLING) return 'No other candidate comes close';
  if (logOdds < -WORTH_TELLING) return 'Another candidate fits as well or better';
  return 'Other candidates change little';
}

function sumDetail(records: Records, group: SumGroup): string {
  const isSplit = group.kind === 'split';
  const side = isSplit ? records.pos : records.rewards;
  const rows = isSplit ? group.posRows : group.rewardRows;
  const amounts = rows.map((row) => side.amountCents[side.distinctOf[row]!]!);
  const total = formatCents(amounts.reduce((sum, cents) => sum + cents, 0));
  return `${amounts.map(formatCents).join(' + ')} = ${total}, ${isSplit ? 'the reward' : 'the POS row'}`;
}

/**
 * The sum of a pair that is worth less than it adds up to, with one more row that says why. Sums stay exact: base +
 * contributions = total = log-odds of `matchProbability`.
 */
export function heldAt(
  { baseLogOdds, totalLogOdds, contributions }: Explanation,
  matchProbability: number,
  held: { name: string; label: string },
  detail: string,
): Explanation {
  const logOdds = Math.log(matchProbability / (1 - matchProbability)) - totalLogOdds;
  const row = { comparison: held.name, label: held.label, logOdds, detail };
  return totalled(baseLogOdds, [...contributions, row]);
}

function totalled(baseLogOdds: number, contributions: Contribution[]): Explanation {
  const totalLogOdds = contributions.reduce((sum, row) => sum + row.logOdds, baseLogOdds);
  return { baseLogOdds, totalLogOdds, summary: summaryOf(contributions), contributions };
}

/** The rows that weigh most, strongest first. */
export function summaryOf(contributions: readonly Contribution[]): string {
  const told = contributions
    .filter((row) => Math.abs(row.logOdds) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, TOLD)
    .map((row) => row.detail);
  return told.length === 0 ? 'Nothing speaks clearly either way.' : `${told.join('; ')}.`;
}
