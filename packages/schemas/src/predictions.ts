// Scoring single pairs: POST /predict and /predict/batch.
import * as z from 'zod';
import { ConfidenceLevelWire, RecommendationWire, ResultWire } from './confidence.ts';
import { ExplanationWire } from './explanation.ts';
import { ThresholdWire } from './threshold.ts';
import { TransactionWire } from './transaction.ts';

export const PredictRequestWire = z
  .strictObject({
    reward_transaction: TransactionWire,
    pos_transaction: TransactionWire,
    threshold: ThresholdWire,
    include_features: z.boolean().default(false),
  })
  .meta({ id: 'PredictRequest' });
export type PredictRequestWire = z.infer<typeof PredictRequestWire>;

export const FeatureAnalysisWire = z
  .object({ feature: z.string(), value: z.number().nullable() })
  .meta({ id: 'FeatureAnalysis', description: 'One model input; null where a side is missing.' });

export const PredictResponseWire = z
  .object({
    match_probability: z.number(),
    confidence_level: ConfidenceLevelWire,
    recommendation: RecommendationWire,
    processing_time_ms: z.number(),
    result: ResultWire,
    feature_analysis: z.array(FeatureAnalysisWire).optional(),
    explanation: ExplanationWire.optional(),
  })
  .meta({ id: 'PredictResponse' });
export type PredictResponseWire = z.infer<typeof PredictResponseWire>;

/** The most pairs one batch may score; more belongs in a job. */
export const MAX_BATCH_PAIRS = 10_000;

export const PredictBatchRequestWire = z
  .strictObject({
    reward_transactions: z.array(TransactionWire).min(1).max(MAX_BATCH_PAIRS),
    pos_transactions: z.array(TransactionWire).min(1).max(MAX_BATCH_PAIRS),
    threshold: ThresholdWire,
    pairs: z
      .array(z.strictObject({ reward_index: z.int().min(0), pos_index: z.int().min(0) }))
      .min(1)
      .max(MAX_BATCH_PAIRS)
      .optional()
      .meta({ description: 'Which pairs to score; without it, reward i against POS i.' }),
  })
  .meta({ id: 'PredictBatchRequest' });
export type PredictBatchRequestWire = z.infer<typeof PredictBatchRequestWire>;

export const PredictBatchResponseWire = z
  .object({
    results: z.array(PredictResponseWire),
    total_processed: z.int(),
    total_processing_time_ms: z.number(),
    avg_processing_time_ms: z.number(),
  })
  .meta({ id: 'PredictBatchResponse' });
export type PredictBatchResponseWire = z.infer<typeof PredictBatchResponseWire>;
