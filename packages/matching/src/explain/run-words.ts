// Everything out of the ordinary about a run, for whoever reads its figures.
import type { ReconciliationMetrics } from '../report.ts';
import { dateOrderWords } from './date-order-words.ts';
import { driftWords } from './drift-words.ts';
import { skippedWords } from './skipped-words.ts';
import { usedTwiceWords } from './used-twice-words.ts';

/** One sentence or two for each thing; empty for a run like any other. */
export const runWords = (metrics: ReconciliationMetrics): string[] =>
  [
    dateOrderWords(metrics.dateOrders),
    driftWords(metrics.drift),
    skippedWords(metrics),
    usedTwiceWords(metrics),
  ].filter((words) => words !== null);
