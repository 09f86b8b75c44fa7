// A refusal tells who was first and when, not only that somebody was.
import { ApiProblem } from '@medspasync/api-client';
import { refusalWordsOf } from './conflict-words.ts';

const NOW = Date.parse('2026-11-26T09:14:05Z');
const taken = (detail: string) =>
  new ApiProblem({ status: 409, title: 'Someone has decided this already', code: 'decision.taken', detail });

test('a colleague who was first is named, with how long ago', () => {
  expect(refusalWordsOf(taken('Approved by Maria Santos at 2026-11-26T09:14:00.000Z.'), NOW)).toBe(
    'Maria Santos was first: approved just now.',
  );
  expect(refusalWordsOf(taken('Written off by Maria Santos at 2026-11-26T08:14:00.000Z.'), NOW)).toBe(
    'Maria Santos was first: written off 1 hour ago.',
  );
});

test('a later run that has the row, or another reward that has the sale, is told by when its run was', () => {
  const refusal = (code: string, detail: string) =>
    refusalWordsOf(new ApiProblem({ status: 409, title: 'Conflict', code, detail }), NOW);
  const run = 'The run of 2026-11-26T08:14:00.000Z';
  expect(refusal('decision.superseded', `${run} has this row by now: job 0d4f6d0a. Decide there.`)).toBe(
    'A later run, completed 1 hour ago, has this row: review it there.',
  );
  expect(refusal('decision.pos_taken', `${run} gave it to another reward.`)).toBe(
    'Another reward has this sale, in the run completed 1 hour ago.',
  );
  const left = `${run} gave it to another reward: $20.00 of its $100.00 is left.`;
  expect(refusal('decision.pos_taken', left)).toBe(
    'Another reward has this sale, in the run completed 1 hour ago: $20.00 of its $100.00 is left.',
  );
});

test('any other refusal keeps its own words', () => {
  const words = 'Someone else decided this in the same moment; look again.';
  expect(refusalWordsOf(taken(words), NOW)).toBe(words);
  expect(refusalWordsOf(new Error('The server cannot be reached'), NOW)).toBe('The server cannot be reached');
});
