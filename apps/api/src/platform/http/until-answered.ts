// How long there is somebody to answer to.
import { Refusal } from '../errors/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';

/** Aborted when the answer is out, or when the caller has left before: for work that serves nobody else. */
export function untilAnswered(request: AuthenticatedRequest): AbortSignal {
  const response = request.res!;
  const over = new AbortController();
  const end = (): void =>
    over.abort(new Refusal('request.malformed', { detail: 'The caller has left before the answer.' }));
  if (response.closed) end();
  else response.once('close', end);
  return over.signal;
}
