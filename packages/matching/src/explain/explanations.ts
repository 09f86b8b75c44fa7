// A pair's score as the sum it is, row by row, in words.
import { type Contribution, type Explanation, formatCents } from '@medspasync/schemas';
import {
  type Comparison,
  type Describe,
  MISSING,
  type Records,
  type Scored,
  type SumGroup,
} from '../domain.ts';

/** Contributions weaker than this are left out of the summary. */
const WORTH_TELLING = 0.5;
const TOLD = 3;

/** What the assignment knows of a pair beside its sum. */
export interface PairContext {
  group?: SumGroup | undefined;
  /** Another candidate comes close, or has the sale: that is told by whoever holds the pair back, not by the rivals' row. */
  isContested?: boolean;
}

/** A group takes its amounts together: the exact sum replaces the amount row, and the rivals are partners. */
export interface Explainer {
  /** What `explain` adds up to, without a word. */
  totalOf(pair: number, group?: SumGroup): number;
  explain(pair: number, context?: PairContext): Explanation;
  /** The same without its rows: words are found for those only that the summary tells. `held` is one more row. */
  summarise(pair: number, context?: PairContext, held?: { logOdds: number; detail: string }): Explanation;
  /** In words, what speaks most against a pair. */
  weakestOf(pair: number): string;
}

export function explainerOf(
  records: Records,
  scored: Scored,
  comparisons: readonly Comparison[],
  rivals: { name: string; label: string },
): Explainer {
  /** Of the rows of the sum that is told: those of the comparisons, of the rivals, and of what is held. */
  const weights = new Float64Array(comparisons.length + 2);
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
    // Partners stand among a group's rivals: what these take away does not count, a lead over all of them does.
    return group === undefined ? logOdds : Math.max(0, logOdds);
  };

  /** Of a comparison, or of the rivals after the last one. */
  const detailOf = (pair: number, c: number, { group, isContested }: PairContext): string => {
    if (hasSum(c, group)) return sumDetail(records, group);
    if (c < comparisons.length) return describe(pair, c);
    if (group !== undefined) return PARTNERS;
    return isContested ? CONTESTED : rivalDetail(rivalsOf(pair));
  };
  const contactIndex = comparisons.findIndex((comparison) => comparison.name === 'contact');
  const phonesDiffer = (pair: number): boolean => {
    const a = records.rewards.phone[candidates.reward[pair]!]!;
    const b = records.pos.phone[candidates.pos[pair]!]!;
    return a !== MISSING && b !== MISSING && a !== b;
  };

  return {
    totalOf: (pair, group) => {
      if (group === undefined) return totalOf(scored, pair);
      let total = scored.baseLogOdds;
      for (let c = 0; c < contributions.length; c++) total += logOddsOf(pair, c, group);
      return total + rivalsOf(pair, group);
    },
    explain: (pair, context = {}) => {
      const { group } = context;
      const rows: Contribution[] = comparisons.map(({ name, label }, c) => ({
        comparison: name,
        label,
        logOdds: logOddsOf(pair, c, group),
        detail: detailOf(pair, c, context),
      }));
      const logOdds = rivalsOf(pair, group);
      const detail = detailOf(pair, comparisons.length, context);
      rows.push({ comparison: rivals.name, label: rivals.label, logOdds, detail });
      return totalled(scored.baseLogOdds, rows);
    },
    summarise: (pair, context = {}, held) => {
      const { group, isContested } = context;
      const rivalsRow = comparisons.length;
      for (let c = 0; c < rivalsRow; c++) weights[c] = logOddsOf(pair, c, group);
      weights[rivalsRow] = rivalsOf(pair, group);
      const rows = held === undefined ? rivalsRow + 1 : rivalsRow + 2;
      if (held !== undefined) weights[rivalsRow + 1] = held.logOdds;
      let totalLogOdds = scored.baseLogOdds;
      for (let row = 0; row < rows; row++) totalLogOdds += weights[row]!;
      if (isContested) weights[rivalsRow] = 0;
      const told = strongest(weights, rows);
      if (phonesDiffer(pair) && !told.includes(contactIndex)) told.push(contactIndex);
      let said = '';
      for (let i = 0; i < told.length; i++) {
        const detail = told[i]! > rivalsRow ? held!.detail : detailOf(pair, told[i]!, context);
        said = i === 0 ? detail : `${said}; ${detail}`;
      }
      const summary = told.length === 0 ? NOTHING_CLEAR : `${said}.`;
      return { baseLogOdds: scored.baseLogOdds, totalLogOdds, summary, contributions: [] };
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

/** What the explanation of a pair by itself adds up to. */
export function totalOf({ baseLogOdds, contributions, rivals }: Scored, pair: number): number {
  let total = baseLogOdds;
  for (const { logOdds, inputOf } of contributions) total += logOdds[inputOf[pair]!]!;
  return total + rivals[pair]!;
}

/** Within a group, the rows that would be rivals belong to it. */
const PARTNERS = 'The other rows belong to the same visit';
/** Beside a row that says who else comes close. */
const CONTESTED = 'What the other candidates leave';

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
  const logOdds = heldLogOdds(totalLogOdds, matchProbability);
  const row = { comparison: held.name, label: held.label, logOdds, detail };
  return totalled(baseLogOdds, [...contributions, row]);
}

/** What is taken from a sum of `totalLogOdds` to leave `matchProbability`. */
export const heldLogOdds = (totalLogOdds: number, matchProbability: number): number =>
  Math.log(matchProbability / (1 - matchProbability)) - totalLogOdds;

function totalled(baseLogOdds: number, contributions: Contribution[]): Explanation {
  const totalLogOdds = contributions.reduce((sum, row) => sum + row.logOdds, baseLogOdds);
  return { baseLogOdds, totalLogOdds, summary: summaryOf(contributions), contributions };
}

export function summaryOf(contributions: readonly Contribution[]): string {
  const weights = contributions.map((row) => (row.detail === CONTESTED ? 0 : row.logOdds));
  const told = strongest(weights, weights.length);
  const phones = contributions.findIndex(({ detail }) => UNEQUAL_PHONES.test(detail));
  if (phones !== -1 && !told.includes(phones)) told.push(phones);
  return sentenceOf(told.map((row) => contributions[row]!.detail));
}

/** Told however little it weighs: nobody should approve over another phone unawares. */
const UNEQUAL_PHONES = /^(?:Different phone|Phones (?:end alike|one slip apart))/;

const NOTHING_CLEAR = 'Nothing speaks clearly either way.';

/** The rows that weigh most, strongest first. */
function strongest(logOdds: ArrayLike<number>, rows: number): number[] {
  const told: number[] = [];
  for (let row = 0; row < rows; row++) {
    const weight = Math.abs(logOdds[row]!);
    if (!(weight >= WORTH_TELLING)) continue;
    // Of rows that weigh the same, the earlier one leads.
    let at = told.length;
    while (at > 0 && Math.abs(logOdds[told[at - 1]!]!) < weight) at--;
    if (at === TOLD) continue;
    if (told.length < TOLD) told.push(row);
    for (let i = told.length - 1; i > at; i--) told[i] = told[i - 1]!;
    told[at] = row;
  }
  return told;
}

const sentenceOf = (details: readonly string[]): string =>
  details.length === 0 ? NOTHING_CLEAR : `${details.join('; ')}.`;
