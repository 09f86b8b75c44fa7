// The data that passes from stage to stage, and the declarations a plan is made of; stages import this file, which hands
// on the tables of records.ts, and their own folder.
import type { ListsByRow } from './lists-by-row.ts';
import type { Records, Side } from './records.ts';

export { dateSlips, dayAndMonthExchanged } from './date-slips.ts';
export { dayInWords } from './day-in-words.ts';
export { DistinctInputs } from './distinct-inputs.ts';
export { Float32List } from './float32-list.ts';
export { hasForms, haveGroupInCommon, NameKin, nameKin } from './forms-of-names.ts';
export { Int32List } from './int32-list.ts';
export { type KnownNames, knownPair, NO_KNOWN_NAMES, NOT_KNOWN } from './known-names.ts';
export { ListsByRow } from './lists-by-row.ts';
export { OnceMade } from './once-made.ts';
export { idsOfTexts, type PackedTexts, textAt, textOfUnits } from './packed-texts.ts';
export { hasExpired, NEVER, NO_TERMS, ordinaryLagDays, type ProgramTermsTable } from './program-terms.ts';
export {
  type AmountTable,
  type EmailTable,
  isShortCode,
  type LagHabits,
  type LagShares,
  MISSING,
  type NameTable,
  NO_DAY,
  REFUND,
  REIMBURSEMENT,
  type Records,
  type ServiceTable,
  SHORTEST_CODE,
  type Side,
  type TextTable,
  type TokenTable,
  VOID,
} from './records.ts';
export { contentOrders, nameText, type Order, type Orders, rowOrder } from './row-order.ts';

/** Distinct rows `from … to - 1` of a book. */
export interface RowRange {
  from: number;
  to: number;
}

/** Pairs of distinct rows, ordered by reward. `rule[i]` is the first blocking rule that proposed pair i. */
export interface Candidates {
  count: number;
  reward: Int32Array;
  pos: Int32Array;
  rule: Uint8Array;
  /** Pairs looked at before the gate, and rewards of which a block was too large to open. */
  proposed: number;
  passedOverRewards: number;
}

/** One comparison's model inputs: the distinct ones (some twice, where several threads compared), and which of them each pair has. NaN is missing. */
export interface Inputs {
  width: number;
  /** Features of distinct input d: `values[d * width … (d + 1) * width)`. */
  values: Float32Array;
  /** The distinct input of each pair. */
  inputOf: Int32Array;
  /** What the model says of each distinct input, where its trees were known to whoever compared. */
  logOdds?: Float32Array | undefined;
}

/**
 * A pair whose own sum is below this, in the model's log-odds, comes to nothing whatever its rivals: it is not worth
 * measuring to the end, and as a rival it weighs as much as this and no less.
 */
export const HOPELESS_BELOW = -7;

/** What is known of a model before it is asked, so that hopeless pairs need not be measured to the end. */
export interface Sieve {
  /** Log-odds of a match before anything is compared. */
  baseLogOdds: number;
  /** The model's log-odds of each comparison for the input that begins at `values[at]`. */
  contributions: readonly ((values: Float32Array, at: number) => number)[];
  /** The most each comparison can contribute. */
  mostOf: readonly number[];
}

/** Candidates with the model's inputs, comparison by comparison in the order of the plan. */
export interface Compared {
  candidates: Candidates;
  inputs: readonly Inputs[];
  /** Hopeless candidates, left out of these. */
  dropped: number;
}

/** Candidates with their scores as sums: calibrated log-odds = base + Σ contributions + rivals. */
export interface Scored {
  candidates: Candidates;
  /** By comparison: the calibrated contribution of its distinct inputs, and which of them each pair has. */
  contributions: readonly { logOdds: Float32Array; inputOf: Int32Array }[];
  rivals: Float32Array;
  /** What every pair of this job starts from, in calibrated log-odds. */
  baseLogOdds: number;
  logOdds: Float64Array;
}

/** A few keys of one name, reused from name to name. */
export interface KeyBuffer {
  count: number;
  keys: Int32Array;
}

/** Writes the keys of one name; of a row without a name when the id is MISSING. Keys are hashes of content. */
export type WriteNameKeys = (records: Records, name: number, buffer: KeyBuffer) => void;

/** What rows meet by: equal ids in columns, or equal keys of their names, with the same amount or whatever the amounts. */
export type MeetBy =
  | { columns: (records: Records, side: Side) => readonly Int32Array[] }
  | { name: WriteNameKeys }
  | { amountWith: { reward: WriteNameKeys; pos: WriteNameKeys } };

/** A way to find a reward's counterparts without comparing it to everything. */
export interface BlockingRule {
  name: string;
  meetBy: MeetBy;
  /** True: its pairs are compared without asking the gate. */
  isProof: boolean;
  /** Opened for every reward. The others follow, and are left to rewards without a decisive candidate: see `Gate.decisive`. */
  isStrong?: true;
  /** Days a reward may precede and follow its POS row; null leaves dates aside. A missing date is inside any window. */
  windowDays: { before: number; after: number } | null;
  /** A block with more POS rows than this inside the window is not opened: the other rules must find its pairs. */
  limit: number;
  /** The rule looks only where few rows are: a block beyond its limit is no loss, and is not counted as skipped. */
  onlyIfFew?: true;
}

/** Points for how a part of one name relates to the same part of another. */
export interface PartPoints {
  equal: number;
  /** Sounds alike, or for given names: a familiar form. */
  alike: number;
  /** One of them is only a letter, the other's first. */
  initial: number;
  firstLetter: number;
  different: number;
}

/** Points for two values of a column; a missing one gives none. */
export interface ColumnPoints {
  agree: number;
  differ: number;
}

/** Points of cheap evidence, ten to a unit of log-odds: a proposed pair is compared at all when they add up to 0 or more. */
export interface Gate {
  givenName: PartPoints;
  surname: PartPoints;
  /** For each given name that is the other's surname, where neither part agrees with its own. */
  crossed: number;
  /** The same, where only their first letters are. */
  crossedLetter: number;
  /** Instead of all points of names, where a row has none. */
  nameless: number;
  /** By share of letter pairs in common, best first, down to 0. */
  letters: readonly { from: number; points: number }[];
  amount: number;
  /** Instead of `amount`, when few rows carry it: see block/rare.ts. */
  rareAmount: number;
  /** By days after the sale; `otherLag` beyond them. */
  lags: readonly { from: number; to: number; points: number }[];
  otherLag: number;
  /** Instead of `otherLag`, two months apart and more, when one slip of the pen, or day and month exchanged, makes one day of the two. */
  mistypedDay: number;
  undated: number;
  /** Instead of the lag's points, for the very day when few POS rows stand on it. */
  quietDay: number;
  program: ColumnPoints;
  product: ColumnPoints;
  provider: ColumnPoints;
  location: ColumnPoints;
  /**
   * A candidate with so many points, or `proof` fewer given proof, on a day that has points of its own, ends its reward's search:
   * unless its amount or first name leaves a doubt, or other redemptions need it too.
   */
  decisive: { from: number; proof: number };
}

/** One model input: how it moves the score when it grows, where that is known in advance. */
export interface Feature {
  name: string;
  /** 1: a larger value never speaks against a match; -1: never for it; 0: learned. */
  direction: 1 | -1 | 0;
}

/** Writes a comparison's features of one pair into `out` from `at` on; NaN where a side is missing. */
export type Measure = (reward: number, pos: number, out: Float32Array, at: number) => void;

/** Says in words what a comparison found in one pair. */
export type Describe = (reward: number, pos: number) => string;

/** One row of every explanation: what is compared, from which columns, by which features. */
export interface Comparison {
  name: string;
  label: string;
  columns: readonly string[];
  features: readonly Feature[];
  /** The columns its features depend on, where their values repeat: equal values then need no second look. */
  readsOf?: (side: Side, records: Records) => readonly ArrayLike<number>[];
  /** What is measured at less effort comes first, and rules pairs out; 0 where it is not said. */
  effort?: number;
  /** Hardly two pairs measure alike: equal inputs are looked for among the pairs that are left in the end. */
  isVaried?: boolean;
  /** Both are bound to one job's records, so that they can keep bounded caches over its interned values. */
  measureOf: (records: Records) => Measure;
  describeOf: (records: Records) => Describe;
}

/** What the assignment decided, by source row of each book. */
export interface Assigned {
  /** The pair that carries each reward row, or -1: into the candidates. */
  pairOfReward: Int32Array;
  /** POS rows of each reward row; several for a split. Absent when nothing was assigned. */
  posOfReward: ListsByRow;
  /** Reward rows of each claimed POS row; several for certificates on one invoice. */
  rewardsOfPos: ListsByRow;
  /** Rewards and POS rows joined by an exact sum, by reward row. */
  groups: Map<number, SumGroup>;
  /** Reward rows whose POS row could as well have been another that is still free, with that pair. */
  ties: Map<number, number>;
  /** Reward rows with a free rival close enough that a person should look before the match is approved. */
  close: Set<number>;
  /** Unassigned reward rows that repeat a redemption whose other entry holds the POS row. */
  duplicates: Set<number>;
  /** Reward rows whose code another one bears that has a sale as well, with that row. */
  usedTwice: Map<number, number>;
}

/**
 * One reward over several POS rows, or several rewards on one POS row: their amounts add up exactly, or
 * ('within-invoice') fit together into an invoice that is larger still.
 */
export interface SumGroup {
  kind: 'split' | 'shared-invoice' | 'within-invoice';
  rewardRows: number[];
  posRows: number[];
  /** Worth of the exact sum in log-odds, in place of what the amounts say pair by pair; null without an exact sum. */
  sumLogOdds: number | null;
  /** Source rows of other sums that fit as well, on the side of the many; a sum that has any is for a person to choose. */
  alternatives: readonly (readonly number[])[];
}

/** How unlike the training data one comparison of a job is. */
export interface ComparisonDrift {
  comparison: string;
  label: string;
  /** Population stability index of the contributions against training. 0: alike. */
  stabilityIndex: number;
  /** Share of likely pairs about which the comparison says nothing. */
  missing: number;
  /** The most that training books differed from each other. */
  cut: number;
}

/** How unlike its model's training data a job is. */
export interface Drift {
  /** The largest index in units of its cut: above 1, this job is less like training than any book of training. */
  overall: number;
  comparisons: ComparisonDrift[];
}
