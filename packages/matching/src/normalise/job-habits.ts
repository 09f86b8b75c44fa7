// Habits of this spa, learned from the rows that agree exactly: how late its portal entries are, and whether its POS rows
// are tender lines or whole invoices. What is usual here counts for more than what is usual elsewhere.
import { MISSING, NO_DAY, type Side } from '../domain.ts';

export interface JobHabits {
  /** Natural logarithm of the smoothed share of redemptions entered this many days after the sale. */
  lagLogShare: (lagDays: number) => number;
  /** Smoothed share of redemptions whose POS row has the reward's own amount. */
  equalAmountShare: number;
}

const FIRST_LAG = -14;
const LAST_LAG = 60;
/** Pairs' worth of evidence that general habits weigh against those of the job. */
const LAG_WEIGHT = 30;
const AMOUNT_WEIGHT = 20;
const GENERAL_EQUAL_SHARE = 0.6;
/** A lag nobody was ever seen to have. */
const UNHEARD_OF = 1e-4;
/** Rows of one name further apart than this are different visits. */
const SAME_VISIT_DAYS = 10;

/** Most entries are made on the day, fewer each day after; some before, when the sale is rung up later. */
function generalLagShare(lag: number): number {
  const share = lag >= 0 ? 0.4 * 0.75 ** lag : 0.04 * 0.6 ** -lag;
  return Math.max(UNHEARD_OF, share);
}

const GENERAL_LAGS = Float64Array.from({ length: LAST_LAG - FIRST_LAG + 1 }, (_, i) =>
  generalLagShare(i + FIRST_LAG),
);

const logSharesOf = (lags: Float64Array, lagged: number): Float64Array =>
  lags.map((count, i) => Math.log((count + LAG_WEIGHT * GENERAL_LAGS[i]!) / (lagged + LAG_WEIGHT)));

/** What a job without a single pair of namesakes expects: most jobs of one pair are such. */
const UNINFORMED_LAGS = logSharesOf(new Float64Array(GENERAL_LAGS.length), 0);

export function jobHabits(rewards: Side, pos: Side): JobHabits {
  const lags = new Float64Array(LAST_LAG - FIRST_LAG + 1);
  let lagged = 0;
  let visits = 0;
  let equal = 0;
  forEachNamesake(rewards, pos, (lag, sameAmount, isNearest) => {
    if (sameAmount && lag >= FIRST_LAG && lag <= LAST_LAG) {
      lags[lag - FIRST_LAG] = lags[lag - FIRST_LAG]! + 1;
      lagged++;
    }
    if (isNearest && Math.abs(lag) <= SAME_VISIT_DAYS) {
      visits++;
      if (sameAmount) equal++;
    }
  });
  const lagLogShares = lagged === 0 ? UNINFORMED_LAGS : logSharesOf(lags, lagged);
  const unheardOf = Math.log((LAG_WEIGHT * UNHEARD_OF) / (lagged + LAG_WEIGHT));
  return {
    lagLogShare: (lag) => lagLogShares[lag - FIRST_LAG] ?? unheardOf,
    equalAmountShare: (equal + AMOUNT_WEIGHT * GENERAL_EQUAL_SHARE) / (visits + AMOUNT_WEIGHT),
  };
}

/** Names borne by more POS rows than this tell little about habits, and would cost much. */
const MAX_NAMESAKES = 20;

/** Visits each reward with the nearest POS row of exactly its name, and the nearest of its name and amount. */
function forEachNamesake(
  rewards: Side,
  pos: Side,
  visit: (lag: number, sameAmount: boolean, isNearest: boolean) => void,
): void {
  const rowsByName = new Map<number, number[]>();
  for (let p = 0; p < pos.count; p++) {
    if (pos.name[p] === MISSING || pos.day[p] === NO_DAY || pos.reversal[p] === 1 || pos.cancelled[p] === 1)
      continue;
    const rows = rowsByName.get(pos.name[p]!);
    if (rows) rows.push(p);
    else rowsByName.set(pos.name[p]!, [p]);
  }
  for (let r = 0; r < rewards.count; r++) {
    const rows = rewards.day[r] === NO_DAY ? undefined : rowsByName.get(rewards.name[r]!);
    if (rows === undefined || rows.length > MAX_NAMESAKES) continue;
    const lagOf = (p: number): number => rewards.day[r]! - pos.day[p]!;
    const isEqual = (p: number): boolean => pos.amountCents[p] === rewards.amountCents[r];
    const equalRows = rows.filter(isEqual);
    const near = nearestLag(rows.map(lagOf));
    const isNearestEqual = equalRows.some((p) => lagOf(p) === near);
    visit(near, isNearestEqual, true);
    if (equalRows.length > 0 && !isNearestEqual) visit(nearestLag(equalRows.map(lagOf)), true, false);
  }
}

/** The smallest lag either way; of two equally small ones the later entry, so that the order of rows has no say. */
const nearestLag = (lags: readonly number[]): number =>
  lags.reduce((best, lag) => ((Math.abs(lag) - Math.abs(best) || best - lag) < 0 ? lag : best));
