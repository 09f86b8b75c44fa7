// Why a decision was refused, in words for the person who made it.
import { ApiProblem } from '@medspasync/api-client';
import { formatAgo } from '../../../lib/dates.ts';

/** How the API tells who was first: `Approved by Maria Santos at 2026-11-26T09:14:00.000Z.` */
const FIRST = /^(.+) by (.+) at (\d{4}-\d{2}-\d{2}T[\d:.]+Z)\.$/;

/** `Maria Santos was first: approved just now.` where somebody was; else what the API says. */
export function refusalWordsOf(error: Error, now: number): string {
  const found = error instanceof ApiProblem && error.code === 'decision.taken' && FIRST.exec(error.detail);
  if (!found) return error.message;
  const [, verdict = '', name = '', at = ''] = found;
  return `${name} was first: ${verdict.toLowerCase()} ${formatAgo(at, now)}.`;
}

/** The same of several rows, each reason once. */
export const refusalsInWords = (refused: readonly { error: Error }[], now: number): string =>
  [...new Set(refused.map(({ error }) => refusalWordsOf(error, now)))].join(' ');
