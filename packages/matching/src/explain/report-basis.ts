// What results are made of and who makes them: the report of a large job is told by several threads, some rewards each.
import type { Assigned, Compared, Comparison, Records, RowRange, Scored } from '../domain.ts';
import type { MatchResult } from '../report.ts';
import type { VerdictLimits } from './decide.ts';

/** How much of an explanation results carry: nothing, its sum and summary, or every row of it and what came nearest. */
export type ExplanationDetail = 'none' | 'summary' | 'full';

/** What results are told by, beside what was found. */
export interface ExplainLimits extends VerdictLimits {
  /** Codes are there in any case, runners-up where the choice is open. */
  explanations: ExplanationDetail;
}

/** Of a plan: what a score is the sum of. */
export interface ExplainedPlan {
  comparisons: readonly Comparison[];
  rivals: { name: string; label: string };
  held: { name: string; label: string };
}

/** All that results are made of. Plain data but for `assigned`: threads can share it, and make some of the results each. */
export interface ReportBasis {
  records: Records;
  compared: Compared;
  scored: Scored;
  assigned: Assigned;
  limits: ExplainLimits;
  /** 1 for each source row of the POS that a result so far has. */
  claimed: Uint8Array;
}

/** Makes results when they are taken: whoever hands them on holds no more than one. Ranges are of source rows. */
export interface ResultMaker {
  ofRewards(range: RowRange): Iterable<MatchResult>;
  /** Of the POS rows nobody claimed, once the results of all rewards were made. */
  ofUnclaimed(range: RowRange): Iterable<MatchResult>;
}
