// What a reconciliation answers: one result per reward, then one per POS row that nothing claimed.
import type {
  AliasKind,
  ConfidenceLevel,
  ExceptionCode,
  Explanation,
  Program,
  Recommendation,
  Result,
  Transaction,
} from '@medspasync/schemas';
import type { Drift } from './domain.ts';
import type { ReadBook } from './normalise/read-book.ts';

/** The two files of a job, in the order the files have them. */
export interface Books {
  rewards: readonly Transaction[];
  pos: readonly Transaction[];
}

/** Two names a person said are of one patient (`alias`) or of two members of a family (`household`). */
export interface NameAlias {
  kind: AliasKind;
  /** As they stand in files; case, accents and the order of words do not matter. */
  names: readonly [string, string];
  /** `YYYY-MM-DD`, told in explanations. */
  confirmedOn: string;
}

/** What an organization goes by for a program from a day on. */
export interface ProgramTerms {
  program: Program;
  /** `YYYY-MM-DD` */
  validFrom: string;
  /** Days after the visit in which a portal entry is ordinary: later ones are DATE_LAG. */
  lagDays: number;
  /** Days after which a discount that was given can be redeemed no more, and is EXPIRED; null where nothing expires. */
  expiresAfterDays: number | null;
}

/**
 * The same, read before: both over the ids of the rewards, or packed in the thread that read them. They are handed over: a second job
 * needs them read again.
 */
export interface ReadBooks {
  rewards: ReadBook;
  pos: ReadBook;
}

/** The candidate that came second (or, when nothing matched, the nearest miss), and what kept it there. */
export interface RunnerUp {
  posIndex: number;
  matchProbability: number;
  detail: string;
}

/** Another reward: the one nearest to a POS row nobody claimed and what kept it away, or the one that wants the same sale as much. */
export interface NearestReward {
  rewardIndex: number;
  matchProbability: number;
  detail: string;
}

/**
 * One row of the answer. Indexes count from 0 into the books as given.
 * `rewardIndex` is null for a POS row that nothing claimed, and `posIndexes` names it. Otherwise `posIndexes` is empty for a reward without a
 * counterpart, holds several for a split, and is shared by several results when certificates sum to one invoice.
 */
export interface MatchResult {
  rewardIndex: number | null;
  posIndexes: number[];
  result: Result;
  matchProbability: number;
  confidenceLevel: ConfidenceLevel;
  recommendation: Recommendation;
  explanation: Explanation | null;
  runnerUp: RunnerUp | null;
  /** Of a POS row that nothing claimed, and of a tie between two rewards; only where explanations are asked for. */
  nearestReward: NearestReward | null;
  reasonCodes: ExceptionCode[];
  /** What became of a row that nothing can match, or of its sale: refunded, voided, taken back. */
  note?: string;
}

/** Counts of rewards by result, and their money in integer cents. */
export interface ReconciliationSummary {
  totalTransactions: number;
  matchesFound: number;
  reviewRequired: number;
  /** Rewards without a counterpart; POS rows nothing claimed are in `unclaimedPos`. */
  noMatches: number;
  unclaimedPos: number;
  rewardAmountCents: number;
  matchedAmountCents: number;
  reviewAmountCents: number;
  unmatchedAmountCents: number;
}

/** Pairs whose dates can be read in either order of day and month, by the order in which the two books agree. */
export interface DateOrders {
  asWritten: number;
  exchanged: number;
}

/** How the work was done: pairs proposed and compared, rewards of which a block was too large to open, time per stage. */
export interface ReconciliationMetrics {
  candidatePairs: number;
  comparedPairs: number;
  passedOverRewards: number;
  /** Matched rewards whose code another matched reward bears. */
  usedTwiceRewards: number;
  dateOrders: DateOrders;
  /** How unlike the model's training data this job is; null for a model that cannot tell. */
  drift: Drift | null;
  stages: { stage: string; durationMs: number }[];
}

export interface ReconciliationReport {
  results: MatchResult[];
  summary: ReconciliationSummary;
  metrics: ReconciliationMetrics;
}

/** One pair scored by itself, without rivals. */
export interface PairPrediction {
  matchProbability: number;
  confidenceLevel: ConfidenceLevel;
  recommendation: Recommendation;
  result: Result;
  explanation: Explanation;
  /** The model's inputs; null where a side is missing. */
  features: { feature: string; value: number | null }[];
}

/** Told between batches; `matchesFound` is 0 until pairs are assigned. */
export interface Progress {
  stage: string;
  processed: number;
  total: number;
  matchesFound: number;
}
