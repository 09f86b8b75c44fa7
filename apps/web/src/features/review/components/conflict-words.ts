// Why a decision was refused, in words for the person who made it.
import { ApiProblem } from '@medspasync/api-client';
import { formatAgo } from '../../../lib/dates.ts';

/** How the API tells who was first: `Approved by Maria Santos at 2026-11-26T09:14:00.000Z.` */
const FIRST = /^(.+) by (.+) at (\d{4}-\d{2}-\d{2}T[\d:.]+Z)\.$/;

/** How it names another run: `The run of 2026-11-26T09:14:00.000Z has this row by now: job 0d4f….`, and what that left. */
const OF_RUN = /^The run of (\d{4}-\d{2}-\d{2}T[\d:.]+Z) .+?(?:: (\$.+ is left))?\.$/;

/** `Maria Santos was first: approved just now.` where somebody was; else what the API says, without ids. */
export function refusalWordsOf(error: Error, now: number): string {
  if (!(error instanceof ApiProblem)) return error.message;
  if (error.code === 'decision.taken') return wordsOfFirst(error.detail, now) ?? error.message;
  const [, at, left] = OF_RUN.exec(error.detail) ?? [];
  if (at === undefined) return error.message;
  if (error.code === 'decision.superseded')
    return `A later run, completed ${formatAgo(at, now)}, has this row: review it there.`;
  return `Another reward has this sale, in the run completed ${formatAgo(at, now)}${left ? `: ${left}` : ''}.`;
}

function wordsOfFirst(detail: string, now: number): string | undefined {
  const found = FIRST.exec(detail);
  if (!found) return undefined;
  const [, verdict = '', name = '', at = ''] = found;
  return `${name} was first: ${verdict.toLowerCase()} ${formatAgo(at, now)}.`;
}

/** The same of several rows, each reason once. */
export const refusalsInWords = (refused: readonly { error: Error }[], now: number): string =>
  [...new Set(refused.map(({ error }) => refusalWordsOf(error, now)))].join(' ');
