// A pair's score as the sum it is, row by row, in words.
import { type Contribution, type Explanation, formatCents } from '@medspasync/schemas';
import type { Comparison, Describe, Records, Scored, SumGroup } from '../domain.ts';

/** Contributions weaker than this are left out of the summary. */
const WORTH_TELLING = 0.5;
const TOLD = 3;

export interface Explainer {
  /** The pair's own sum. */
  explain(pair: number): Explanation;
  /** The sum with the amounts taken together: the exact sum replaces the amount row, and the rivals are partners. */
  explainGroup(pair: number, group: SumGroup): Explanation;
}

export function explainerOf(
  records: Records,
  scored: Scored,
  comparisons: readonly Comparison[],
  rivals: { name: string; label: string },
): Explainer {
  const describes: Describe[] = comparisons.map((comparison) => comparison.describeOf(records));
  const { candidates, contributions } = scored;

  const rowsOf = (pair: number): Contribution[] => {
    const rows = comparisons.map((comparison, c) => ({
      comparison: comparison.name,
      label: comparison.label,
      logOdds: contributions[pair * scored.comparisons + c]!,
      detail: describes[c]!(candidates.reward[pair]!, candidates.pos[pair]!),
    }));
    const logOdds = scored.rivals[pair]!;
    return [...rows, { comparison: rivals.name, label: rivals.label, logOdds, detail: rivalDetail(logOdds) }];
  };

  return {
    explain: (pair) => totalled(scored.baseLogOdds, rowsOf(pair)),
    explainGroup: (pair, group) =>
      totalled(
        scored.baseLogOdds,
        rowsOf(pair).map((row) => {
          const isRivals = row.comparison === rivals.name;
          if (group.sumLogOdds === null)
            return isRivals ? { ...row, ...partners(Math.max(0, row.logOdds)) } : row;
          if (row.comparison === 'amount') {
            return { ...row, logOdds: group.sumLogOdds, detail: sumDetail(records, group) };
          }
          return isRivals ? { ...row, ...partners(0) } : row;
        }),
      ),
  };
}

/** Within a group, the rows that would be rivals belong to it. */
const partners = (logOdds: number): { logOdds: number; detail: string } => ({
  logOdds,
  detail: 'The other rows belong to the same visit',
});

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
function summaryOf(contributions: readonly Contribution[]): string {
  const told = contributions
    .filter((row) => Math.abs(row.logOdds) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, TOLD)
    .map((row) => row.detail);
  return told.length === 0 ? 'Nothing speaks clearly either way.' : `${told.join('; ')}.`;
}
