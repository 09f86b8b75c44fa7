// The matching engine without a runtime: `matching/node` and `matching/web` bring one.

export { AliasBook } from './alias-book.ts';
export type { ComparisonDrift, Drift } from './domain.ts';
export { dateOrderWords } from './explain/date-order-words.ts';
export { driftWords } from './explain/drift-words.ts';
export type { ReportBasis, ResultMaker } from './explain/report-basis.ts';
export { runWords } from './explain/run-words.ts';
export { skippedWords } from './explain/skipped-words.ts';
export { usedTwiceWords } from './explain/used-twice-words.ts';
export { leftOver } from './left-over.ts';
export { maskDetail, maskExplanation, maskResult, maskRunnerUp } from './mask/mask-explanation.ts';
export { BookReader } from './normalise/book-reader.ts';
export type { PackedBook } from './normalise/packed-book.ts';
export { ReadBook } from './normalise/read-book.ts';
export type { Plan } from './plans/plan.ts';
export { featureNamesOf } from './plans/plan.ts';
export { rewardsToPos } from './plans/rewards-to-pos.ts';
export {
  type PredictOptions,
  predictPair,
  predictPairNow,
  predictPairs,
  type TransactionPair,
} from './predict.ts';
export { type OpenReport, openReport, type ReconcileOptions, reconcile } from './reconcile.ts';
export type {
  Books,
  MatchResult,
  NameAlias,
  NearestReward,
  PairPrediction,
  ProgramTerms,
  Progress,
  ReadBooks,
  ReconciliationMetrics,
  ReconciliationReport,
  ReconciliationSummary,
  RunnerUp,
} from './report.ts';
export type { ModelManifest, ModelQuality, Scorer } from './score/scorer.ts';
export type { OpenQuestion, PaidBefore, Redemption, SettledBooks } from './settle/read-books.ts';
export type { PaymentOutcome, RedemptionOutcome, Settlement } from './settle/report.ts';
export { type SettleOptions, settle } from './settle/settle.ts';
export { DEFAULT_TERMS, type ReimbursementTerms } from './settle/terms.ts';
export { centsTakenBack, takenBack } from './taken-back.ts';
