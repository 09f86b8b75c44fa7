// The engine as a sentence: the only file that knows the order of the stages.
import { DEFAULT_THRESHOLD, type Result } from '@medspasync/schemas';
import { assign } from './assign/assign.ts';
import { dateOrdersOf } from './compare/date-orders.ts';
import type { Compared, Records } from './domain.ts';
import { approvalBounds } from './explain/approval-bounds.ts';
import { allResults, resultMaker } from './explain/explain.ts';
import type { ExplanationDetail, ReportBasis } from './explain/report-basis.ts';
import { understand } from './meaning/understand.ts';
import { normalise, rowsOf } from './normalise/normalise.ts';
import { type Blocked, type OpenSearch, type PairSearch, searchHere } from './pair-search.ts';
import { assertModelFits } from './plans/model-fits-plan.ts';
import type { Plan } from './plans/plan.ts';
import { rewardsToPos } from './plans/rewards-to-pos.ts';
import type {
  Books,
  MatchResult,
  NameAlias,
  ProgramTerms,
  Progress,
  ReadBooks,
  ReconciliationMetrics,
  ReconciliationReport,
  ReconciliationSummary,
} from './report.ts';
import { measureDrift } from './score/drift.ts';
import { score } from './score/score.ts';
import type { Scorer } from './score/scorer.ts';
import { StageClock } from './stage-clock.ts';

export interface ReconcileOptions {
  scorer: Scorer;
  /** Smallest probability that counts as a match. Default 0.95. */
  threshold?: number;
  plan?: Plan;
  /** Names known to belong together: they agree wherever both stand in the books, and a household stays a review. */
  aliases?: readonly NameAlias[];
  /** What tells the codes DATE_LAG and EXPIRED; without, a lag of five days is ordinary and nothing expires. */
  programTerms?: readonly ProgramTerms[];
  /** `YYYY-MM-DD`, the day on which something has expired or not. */
  today?: string;
  /** How much of an explanation the results carry, for jobs whose output has no room for all. Default 'full'. */
  explanations?: ExplanationDetail;
  onProgress?: (progress: Progress) => void;
  /** Aborting makes the job throw the signal's reason between batches. */
  signal?: AbortSignal;
  /** Where pairs are found and compared: `searchInThreads` of `matching/node`, or (default) in the caller's thread. */
  openSearch?: OpenSearch;
  /** Milliseconds of a steady clock, to time the stages; without one, durations are 0. */
  now?: () => number;
}

/**
 * Matches two books. The same books, aliases, terms, day, plan and model give the same report, whatever the order of rows: only indexes move.
 * Throws the signal's reason when aborted, and an Error when the model was trained for another plan.
 */
export async function reconcile(
  books: Books | ReadBooks,
  options: ReconcileOptions,
): Promise<ReconciliationReport> {
  const clock = clockOf(books, options);
  const { basis, metrics } = await decided(books, options, clock);
  const results = await clock.time('explain', () => [...resultsOf(basis, options)]);
  const summary = summarise(basis.records, results);
  clock.finish(summary.matchesFound);
  return { results, summary, metrics };
}

/** A report whose results are made one by one as they are taken, in the order of `ReconciliationReport`; they can be taken once. */
export interface OpenReport {
  /** What they are made of, for whoever makes them elsewhere. */
  basis: ReportBasis;
  results: Iterable<MatchResult>;
  metrics: ReconciliationMetrics;
}

/** The same for books too large to hold all results at once: they are made while they are taken, and counted by whoever takes them. */
export async function openReport(books: Books | ReadBooks, options: ReconcileOptions): Promise<OpenReport> {
  const clock = clockOf(books, options);
  const { basis, metrics } = await decided(books, options, clock);
  return { basis, results: await clock.time('explain', () => resultsOf(basis, options)), metrics };
}

function* resultsOf(basis: ReportBasis, { plan = rewardsToPos }: ReconcileOptions): Generator<MatchResult> {
  yield* allResults(resultMaker(basis, plan), basis.records);
}

function clockOf(books: Books | ReadBooks, { now, onProgress, signal }: ReconcileOptions): StageClock {
  const total = rowsOf(books.rewards) + rowsOf(books.pos);
  return new StageClock(now ?? (() => 0), (stage, processed, matchesFound) => {
    signal?.throwIfAborted();
    onProgress?.({ stage, processed: Math.round(processed * total), total, matchesFound });
  });
}

interface Decided {
  basis: ReportBasis;
  metrics: ReconciliationMetrics;
}

async function decided(
  books: Books | ReadBooks,
  options: ReconcileOptions,
  clock: StageClock,
): Promise<Decided> {
  const { scorer, plan = rewardsToPos, threshold = DEFAULT_THRESHOLD } = options;
  assertModelFits(scorer.manifest, plan);
  const search = await opened(books, options, plan, clock);
  const { records } = search;
  const { blocked, compared } = await found(search, clock);
  const scored = await clock.time('score', () =>
    score(records, compared, scorer, { checkpoint: (done, all) => clock.checkpoint('score', done, all) }),
  );
  const reference = scorer.manifest.drift;
  const drift = reference ? measureDrift(scored, records.rewards.count, reference, plan.comparisons) : null;
  const assigned = await clock.time('assign', () =>
    assign(records, scored, plan.assignment, amountIndexOf(plan)),
  );
  const limits = {
    threshold,
    doubtfulCeiling: plan.assignment.doubtfulCeiling,
    bounds: approvalBounds(scorer.manifest, drift),
    explanations: options.explanations ?? 'full',
  };
  const claimed = new Uint8Array(records.pos.members.length);
  const { proposed, count, passedOverRewards } = blocked;
  const metrics = {
    candidatePairs: proposed,
    comparedPairs: count,
    passedOverRewards,
    usedTwiceRewards: assigned.usedTwice.size,
    dateOrders: dateOrdersOf(records, assigned),
    drift,
    stages: clock.stages,
  };
  return { basis: { records, compared, scored, assigned, limits, claimed }, metrics };
}

/** The books as records, and the search that keeps them from here on. */
async function opened(
  books: Books | ReadBooks,
  { scorer, openSearch = searchHere, ...knowledge }: ReconcileOptions,
  plan: Plan,
  clock: StageClock,
): Promise<PairSearch> {
  const written = await clock.time('normalise', () => normalise(books, knowledge));
  return await clock.time('understand', async () =>
    openSearch(await understand(written, scorer.encoder), plan, scorer),
  );
}

/** Which pairs are worth comparing, then compared; whatever the search started is ended before the job goes on or fails. */
async function found(
  search: PairSearch,
  clock: StageClock,
): Promise<{ blocked: Blocked; compared: Compared }> {
  try {
    const blocked = await clock.time('block', () =>
      search.block((done, all) => clock.checkpoint('block', done, all)),
    );
    const compared = await clock.time('compare', () =>
      search.compare((done, all) => clock.checkpoint('compare', done, all)),
    );
    return { blocked, compared };
  } finally {
    await search.close();
  }
}

/** Groups replace what the amounts of single pairs say, so the assignment must know which comparison that is. */
const amountIndexOf = (plan: Plan): number =>
  plan.comparisons.findIndex((comparison) => comparison.name === 'amount');

function summarise({ rewards, pos }: Records, results: readonly MatchResult[]): ReconciliationSummary {
  const ofRewards = results.filter((row) => row.rewardIndex !== null);
  const count = (result: Result): number => ofRewards.filter((row) => row.result === result).length;
  const cents = (rows: readonly MatchResult[]): number =>
    rows.reduce((sum, row) => sum + rewards.amountCents[rewards.distinctOf[row.rewardIndex!]!]!, 0);
  const centsOf = (result: Result): number => cents(ofRewards.filter((row) => row.result === result));
  return {
    totalTransactions: rewards.members.length + pos.members.length,
    matchesFound: count('match'),
    reviewRequired: count('review_required'),
    noMatches: count('no_match'),
    unclaimedPos: results.length - ofRewards.length,
    rewardAmountCents: cents(ofRewards),
    matchedAmountCents: centsOf('match'),
    reviewAmountCents: centsOf('review_required'),
    unmatchedAmountCents: centsOf('no_match'),
  };
}
