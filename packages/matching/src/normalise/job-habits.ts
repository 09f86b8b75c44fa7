// Habits of this spa, learned from the rows that agree exactly: how late its portal entries are, and whether its POS rows
// are tender lines or whole invoices. What is usual here counts for more than what is usual elsewhere.
import { type LagHabits, type LagShares, MISSING, NO_DAY, type Side } from '../domain.ts';

export interface JobHabits {
  lagHabits: LagHabits;
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

/** What a job expects that has seen one redemption, by its lag: most single pairs are such. Filled as they come. */
const ONCE_SEEN: Float64Array[] = [];

function logSharesOnceSeen(lags: Float64Array): Float64Array {
  const lag = lags.indexOf(1);
  ONCE_SEEN[lag] ??= logSharesOf(lags, 1);
  return ONCE_SEEN[lag].slice();
}

/** What the rows of one name tell, added up over all names. */
class Evidence {
  readonly lags = new Float64Array(LAST_LAG - FIRST_LAG + 1);
  lagged = 0;
  visits = 0;
  equal = 0;
  readonly lagsOf = new Map<number, Float64Array>();

  /** The nearest POS row of a reward's name. */
  addNearest(lag: number, sameAmount: boolean, program: number): void {
    if (sameAmount) this.addEqual(lag, program);
    if (Math.abs(lag) > SAME_VISIT_DAYS) return;
    this.visits++;
    if (sameAmount) this.equal++;
  }

  /** The nearest POS row of a reward's name and amount. */
  addEqual(lag: number, program: number): void {
    if (lag < FIRST_LAG || lag > LAST_LAG) return;
    this.lags[lag - FIRST_LAG] = this.lags[lag - FIRST_LAG]! + 1;
    this.lagged++;
    if (program === MISSING) return;
    const own = this.lagsOf.get(program) ?? new Float64Array(this.lags.length);
    own[lag - FIRST_LAG] = own[lag - FIRST_LAG]! + 1;
    this.lagsOf.set(program, own);
  }
}

/** A program with fewer pairs goes by the job's habit, and so does one whose lags its own shares fit better by less than this, in nats a pair. */
const OWN_HABIT_FROM_PAIRS = 10;
const OWN_HABIT_FROM_GAIN = 0.5;

/** Of each program that is entered at a pace of its own: its lags, shrunk towards the job's. */
function ownHabits({ lagsOf, lags: ofAll, lagged }: Evidence, job: LagShares): Record<number, LagShares> {
  const ofProgram: Record<number, LagShares> = {};
  for (const [program, lags] of lagsOf) {
    const pairs = lags.reduce((sum, count) => sum + count, 0);
    const gain = gainOf(lags, pairs, ofAll, lagged);
    if (pairs < OWN_HABIT_FROM_PAIRS || gain < OWN_HABIT_FROM_GAIN) continue;
    ofProgram[program] = {
      logShare: lags.map((count, i) =>
        Math.log((count + LAG_WEIGHT * Math.exp(job.logShare[i]!)) / (pairs + LAG_WEIGHT)),
      ),
      otherLogShare: job.otherLogShare + Math.log(LAG_WEIGHT / (pairs + LAG_WEIGHT)),
    };
  }
  return ofProgram;
}

/** How much likelier `pairs` lags are by their own shares than by those of all, less what each share fits by chance (Akaike). */
function gainOf(lags: Float64Array, pairs: number, ofAll: Float64Array, lagged: number): number {
  let gain = 0;
  for (const [i, count] of lags.entries())
    if (count > 0) gain += (count / pairs) * Math.log((count / pairs) * (lagged / ofAll[i]!)) - 1 / pairs;
  return gain;
}

/** `names` is how many distinct names both sides have. */
export function jobHabits(rewards: Side, pos: Side, names: number): JobHabits {
  const evidence = gatherEvidence(rewards, pos, names);
  const { lags, lagged, visits, equal } = evidence;
  const ofJob = {
    logShare:
      lagged === 0
        ? UNINFORMED_LAGS.slice()
        : lagged === 1
          ? logSharesOnceSeen(lags)
          : logSharesOf(lags, lagged),
    otherLogShare: Math.log((LAG_WEIGHT * UNHEARD_OF) / (lagged + LAG_WEIGHT)),
  };
  return {
    lagHabits: { ...ofJob, firstDays: FIRST_LAG, ofProgram: ownHabits(evidence, ofJob) },
    equalAmountShare: (equal + AMOUNT_WEIGHT * GENERAL_EQUAL_SHARE) / (visits + AMOUNT_WEIGHT),
  };
}

/** Names borne by more POS rows than this tell little about habits, and would cost much. */
const MAX_NAMESAKES = 20;

/** Beyond any lag. */
const NONE = 0x7fffffff;

/** From each reward: the nearest POS row of exactly its name, and the nearest of its name and amount. */
function gatherEvidence(rewards: Side, pos: Side, names: number): Evidence {
  const evidence = new Evidence();
  const { start, rows } = rowsByName(pos, names);
  for (let r = 0; r < rewards.count; r++) {
    const name = rewards.name[r]!;
    if (name === MISSING || rewards.day[r] === NO_DAY) continue;
    const from = start[name]!;
    const to = start[name + 1]!;
    if (from === to || to - from > MAX_NAMESAKES) continue;
    let nearest = NONE;
    let nearestEqual = NONE;
    for (let i = from; i < to; i++) {
      const p = rows[i]!;
      const lag = rewards.day[r]! - pos.day[p]!;
      if (isNearer(lag, nearest)) nearest = lag;
      const sameAmount = pos.amountCents[p] === rewards.amountCents[r];
      if (sameAmount && isNearer(lag, nearestEqual)) nearestEqual = lag;
    }
    const program = rewards.program[r]!;
    evidence.addNearest(nearest, nearestEqual === nearest, program);
    if (nearestEqual !== NONE && nearestEqual !== nearest) evidence.addEqual(nearestEqual, program);
  }
  return evidence;
}

/** Of two equally small lags the later entry is nearer, so that the order of rows has no say. */
function isNearer(lag: number, other: number): boolean {
  const difference = Math.abs(lag) - Math.abs(other);
  return difference < 0 || (difference === 0 && lag > other);
}

/** Dated sales that stand, by name: `rows[start[name] … start[name + 1])`. */
function rowsByName(pos: Side, names: number): { start: Int32Array; rows: Int32Array } {
  const counts = (p: number): boolean =>
    pos.name[p] !== MISSING && pos.day[p] !== NO_DAY && pos.reversal[p] === 0 && pos.cancelled[p] === 0;
  const start = new Int32Array(names + 1);
  for (let p = 0; p < pos.count; p++) {
    if (counts(p)) start[pos.name[p]! + 1] = start[pos.name[p]! + 1]! + 1;
  }
  for (let name = 0; name < names; name++) start[name + 1] = start[name + 1]! + start[name]!;
  const rows = new Int32Array(start[names]!);
  const next = start.slice();
  for (let p = 0; p < pos.count; p++) {
    if (!counts(p)) continue;
    const name = pos.name[p]!;
    rows[next[name]!] = p;
    next[name] = next[name]! + 1;
  }
  return { start, rows };
}
