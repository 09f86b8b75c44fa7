// A failed call in words: what went wrong, every field or row it names, and what to do.
import { ApiProblem } from '@medspasync/api-client';
import { Button, Callout } from '@medspasync/ui';
import { countOf } from './counts.ts';

/** More lines than a person reads at once; the rest is counted. */
const SHOWN_ERRORS = 8;

export interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
  className?: string;
}

export function ProblemNotice({ error, onRetry, className }: ProblemNoticeProps) {
  const problem =
    error instanceof ApiProblem
      ? error
      : new ApiProblem({
          status: 0,
          title: 'Something went wrong here',
          detail: 'Reload the page to go on.',
        });
  // A problem with one error often says it in its detail, too.
  const errors = problem.errors.filter(({ message }) => !problem.detail.includes(message));
  const hidden = errors.length - SHOWN_ERRORS;
  return (
    <Callout role="alert" tone="danger" title={problem.title} className={className}>
      {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
      {errors.length > 0 && (
        <ul className="mt-1 grid list-disc gap-0.5 pl-4">
          {errors.slice(0, SHOWN_ERRORS).map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <span className="font-medium">{field}</span>: {message}
            </li>
          ))}
          {hidden > 0 && <li>and {countOf(hidden, 'more problem')}</li>}
        </ul>
      )}
      {problem.requestId && <p className="text-xs opacity-90">Request {problem.requestId}</p>}
      {onRetry && (
        <Button size="sm" variant="secondary" className="mt-2 justify-self-start" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Callout>
  );
}
