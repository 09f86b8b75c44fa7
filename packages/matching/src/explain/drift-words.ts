// What a person is told about a job that is unlike what the model was taught on.
import type { Drift } from '../domain.ts';
import { STRANGE_FROM, UNLIKE_FROM } from './approval-bounds.ts';

/** One sentence that names the comparisons and what follows from it, or null where nothing is unusual. */
export function driftWords(drift: Drift | null): string | null {
  if (drift === null || drift.overall <= UNLIKE_FROM) return null;
  const { overall, comparisons } = drift;
  const unlike = comparisons
    .filter(({ stabilityIndex, cut }) => stabilityIndex > UNLIKE_FROM * cut)
    .map(({ label }) => label.toLowerCase());
  const consequence =
    overall > STRANGE_FROM
      ? 'no match is approved without a person'
      : 'only the surest matches are approved without a person';
  return `These files are unlike those the model was taught on (${unlike.join(', ')}): ${consequence}.`;
}
