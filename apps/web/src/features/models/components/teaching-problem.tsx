// Why the decisions could not be learned from, in words of the person who made them.
import { ApiProblem } from '@medspasync/api-client';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';

/** What the fields of a request to train are to somebody who sends nothing but decisions. */
const WORDS: Readonly<Record<string, string>> = {
  training_data: 'Decided pairs',
  include_decisions: 'A decision',
};

export function TeachingProblem({ error }: { error: unknown }) {
  return (
    <ProblemNotice error={error instanceof ApiProblem && error.errors.length > 0 ? inWords(error) : error} />
  );
}

const inWords = (problem: ApiProblem): ApiProblem =>
  new ApiProblem({
    ...problem,
    title: 'The decisions are not enough to learn from',
    detail: '',
    errors: problem.errors.map(({ field, message }) => ({ field: WORDS[field] ?? field, message })),
  });
