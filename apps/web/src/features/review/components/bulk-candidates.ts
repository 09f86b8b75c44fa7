// Rows that may be approved together: pairs the engine is nearly sure of, with no other sale that comes close.
import type { ExceptionCode, ResultRowWire } from '@medspasync/schemas';
import { namesDiffer } from './remember-names.tsx';
import { hasPair } from './use-review.ts';

/** How sure is sure enough, to choose from. */
export const BULK_THRESHOLDS = [0.94, 0.92, 0.9, 0.85, 0.8] as const;

/** What the second best has to be behind: nearer than that, a person looks at both. */
const CLEAR_LEAD = 0.2;

const isClear = ({ match_probability, runner_up }: ResultRowWire): boolean =>
  runner_up === null || match_probability - runner_up.match_probability >= CLEAR_LEAD;

/** What is told of a pair without being a reason against it. */
const HARMLESS: ReadonlySet<ExceptionCode> = new Set(['PARTIAL', 'MULTI_CERT', 'DATE_LAG']);

/** Other amounts, names or programs are for a person to look at one by one, however sure the engine is. */
const agrees = (row: ResultRowWire): boolean =>
  !namesDiffer(row) && row.reason_codes.every((code) => HARMLESS.has(code));

export const bulkCandidates = (queue: readonly ResultRowWire[], threshold: number): ResultRowWire[] =>
  queue.filter((row) => hasPair(row) && row.match_probability >= threshold && isClear(row) && agrees(row));
