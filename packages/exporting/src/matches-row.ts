// One line of a matches file, before anyone decides how it is written.
import {
  type ConfidenceLevel,
  type Explanation,
  MATCHES_COLUMNS,
  MONEY_SINCE_COLUMNS,
  type Recommendation,
  type Result,
  type ResultState,
  toWire,
} from '@medspasync/schemas';

export interface MatchesRow {
  /** Null for a POS transaction that no reward claimed. */
  rewardId: string | null;
  posIds: readonly string[];
  result: Result;
  matchProbability: number;
  confidenceLevel: ConfidenceLevel;
  recommendation: Recommendation;
  /** In words. */
  reason: string;
  explanation?: Explanation | null;
  runnerUp?: ReportedRunnerUp | null | undefined;
  /** Of a stored result about which something is open. JSON carries it in fields, a table in `reason`. */
  open?: { state: ResultState; dollarsAtStake: number; deadline: string | null };
  /** Of a stored result. Another row has blanks there. */
  since?: MoneySince | undefined;
}

/** What became of a row's money after its run. Dollars; null where there is nothing to say. */
export interface MoneySince {
  /** Of a redemption that was paid in part: given up for good. */
  restWrittenOff: number | null;
  /** The same, while a second person is asked. */
  restAwaitingApproval: number | null;
  /** Why, in words. */
  restReason: string | null;
  /** What a later file says of its sale. */
  saleNote: string | null;
}

const NOTHING_SINCE: MoneySince = {
  restWrittenOff: null,
  restAwaitingApproval: null,
  restReason: null,
  saleNote: null,
};

/** The sale that came second, or nearest where nothing matched. */
export interface ReportedRunnerUp {
  posId: string;
  matchProbability: number;
  /** What kept it there. */
  detail: string;
}

export type Cell = string | number;

/** Six decimals tell any two probabilities apart that anybody will act on. */
const PROBABILITY_DECIMALS = 6;
/** A dozen cells, each rounded, still add up to their total within a millionth. */
const LOG_ODDS_DECIMALS = 9;

/** Products below this are less than a thousandth off. */
const LARGEST_CLEAR = 2 ** 40;
const NEAR_A_TIE = 0.499;

/** What `toFixed` says, which takes longer than all else of a row: away from ties the nearest whole number is beyond doubt. */
export function rounding(decimals: number): (value: number) => number {
  const unit = 10 ** decimals;
  return (value) => {
    const scaled = value * unit;
    const whole = Math.round(scaled);
    const isClear = Math.abs(whole) < LARGEST_CLEAR && Math.abs(scaled - whole) < NEAR_A_TIE;
    return isClear ? whole / unit : Number(value.toFixed(decimals));
  };
}

const roundedProbability = rounding(PROBABILITY_DECIMALS);
const roundedLogOdds = rounding(LOG_ODDS_DECIMALS);

/**
 * The header: the fixed columns, with `comparisons` the sum behind each score, one column per comparison, and of stored results
 * `withMoneySince`.
 */
export function matchesHeader(comparisons: readonly string[] | undefined, withMoneySince = false): string[] {
  if (withMoneySince) return [...matchesHeader(comparisons), ...MONEY_SINCE_COLUMNS];
  if (!comparisons) return [...MATCHES_COLUMNS];
  const explained = comparisons.map((name) => `${name}_log_odds`);
  return [...MATCHES_COLUMNS, 'base_log_odds', ...explained, 'total_log_odds'];
}

/**
 * Several ids in one cell, joined with `;`. Inside an id `;` is written `%3B` and `%` is written `%25`, so splitting at
 * `;` and percent-decoding each part gives the ids back. JSON carries a list and needs neither.
 */
const joinedIds = (ids: readonly string[]): string =>
  ids.length === 1 ? escapedId(ids[0]!) : ids.map(escapedId).join(';');

const escapedId = (id: string): string =>
  IS_ESCAPED.test(id) ? id.replaceAll('%', '%25').replaceAll(';', '%3B') : id;

const IS_ESCAPED = /[%;]/;

/**
 * The cells of one row, CSV and XLSX alike, in the order of `matchesHeader`; unexplained rows have blanks there.
 * `pos_ids` joins several with `;`, see `joinedIds`.
 */
export function matchesCells(
  row: MatchesRow,
  comparisons: readonly string[] | undefined,
  withMoneySince = false,
): Cell[] {
  const cells: Cell[] = [
    row.rewardId ?? '',
    joinedIds(row.posIds),
    row.result,
    roundedProbability(row.matchProbability),
    row.confidenceLevel,
    row.recommendation,
    row.reason,
  ];
  if (comparisons) cells.push(...explanationCells(row.explanation, comparisons));
  if (withMoneySince) cells.push(...moneyCells(row.since ?? NOTHING_SINCE));
  return cells;
}

/** In the order of `MONEY_SINCE_COLUMNS`. */
const moneyCells = ({ restAwaitingApproval, restReason, restWrittenOff, saleNote }: MoneySince): Cell[] =>
  [restWrittenOff, restAwaitingApproval, restReason, saleNote].map((cell) => cell ?? '');

function explanationCells(
  explanation: Explanation | null | undefined,
  comparisons: readonly string[],
): Cell[] {
  if (!explanation) return Array.from({ length: comparisons.length + 2 }, () => '');
  const logOdds = new Map(explanation.contributions.map((part) => [part.comparison, part.logOdds]));
  const parts = [
    explanation.baseLogOdds,
    ...comparisons.map((name) => logOdds.get(name)),
    explanation.totalLogOdds,
  ];
  return parts.map((value) => (value === undefined ? '' : roundedLogOdds(value)));
}

/** The row as JSON carries it: ids as a list, the explanation whole. */
export function matchesObject(
  row: MatchesRow,
  isExplained: boolean,
  withMoneySince = false,
): Record<string, unknown> {
  const object = {
    reward_id: row.rewardId,
    pos_ids: row.posIds,
    result: row.result,
    match_probability: roundedProbability(row.matchProbability),
    confidence_level: row.confidenceLevel,
    recommendation: row.recommendation,
    reason: row.reason,
    ...(row.open ? toWire(row.open) : {}),
    ...(withMoneySince ? toWire(row.since ?? NOTHING_SINCE) : {}),
  };
  if (!isExplained) return object;
  const { explanation, runnerUp } = row;
  return {
    ...object,
    explanation: explanation ? toWire(explanation) : null,
    runner_up: runnerUp
      ? {
          pos_id: runnerUp.posId,
          match_probability: roundedProbability(runnerUp.matchProbability),
          detail: runnerUp.detail,
        }
      : null,
  };
}
