import { ApiProblem } from '@medspasync/api-client';
import { render, screen } from '@testing-library/react';
import { TeachingProblem } from './teaching-problem.tsx';

test('too few decisions are told of decisions, not of fields of a request', () => {
  const error = new ApiProblem({
    status: 422,
    code: 'request.invalid',
    title: 'Some fields are not valid',
    errors: [{ field: 'training_data', message: 'must be at least 10; there are 4' }],
  });
  render(<TeachingProblem error={error} />);
  const notice = screen.getByRole('alert').textContent;
  expect(notice).toContain('The decisions are not enough to learn from');
  expect(notice).toContain('Decided pairs: must be at least 10; there are 4');
  expect(notice).not.toContain('training_data');
});

test('a failure that is not about the decisions keeps its own words', () => {
  render(<TeachingProblem error={ApiProblem.unreachable()} />);
  expect(screen.getByRole('alert').textContent).toContain('The server cannot be reached');
});
