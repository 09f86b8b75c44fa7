// The matching engine without a runtime: `matching/node` and `matching/web` bring one.
export type {
  Books,
  MatchResult,
  PairPrediction,
  Progress,
  ReconciliationMetrics,
  ReconciliationReport,
  ReconciliationSummary,
  RunnerUp,
} from './report.ts';
export type { ModelManifest, ModelQuality, Scorer } from './scorer.ts';
