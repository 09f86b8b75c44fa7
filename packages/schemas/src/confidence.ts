// The words for a probability and for what to do with it, on the wire.
import * as z from 'zod';

export const ConfidenceLevelWire = z.enum(['Very High', 'High', 'Medium', 'Low', 'Very Low']);
export type ConfidenceLevel = z.infer<typeof ConfidenceLevelWire>;

export const RecommendationWire = z.enum([
  'AUTO_APPROVE',
  'APPROVE_RECOMMENDED',
  'REVIEW_RECOMMENDED',
  'REVIEW_REQUIRED',
]);
export type Recommendation = z.infer<typeof RecommendationWire>;

export const ResultWire = z.enum(['match', 'review_required', 'no_match', 'error']);
export type Result = z.infer<typeof ResultWire>;
