// Every failure of a call as one error type, whether the server answered or the network did not.
import type { FieldError, ProblemWire } from '@medspasync/schemas';

/** `status` of a problem that no server sent: the network, or the request was aborted. */
export const NO_RESPONSE = 0;

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** HTTP status, or `NO_RESPONSE`. */
  readonly status: number;
  /** Stable and for programs, such as `upload.snapshot`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | undefined;
  /** Every invalid field or row; empty when the problem is not about one. */
  readonly errors: readonly FieldError[];

  constructor(problem: Partial<ProblemWire> & Pick<ProblemWire, 'status' | 'title'>) {
    super(problem.detail || problem.title);
    this.status = problem.status;
    this.code = problem.code ?? `http.${problem.status}`;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.requestId = problem.request_id;
    this.errors = problem.errors ?? [];
  }

  /** The network did not answer. */
  static unreachable(): ApiProblem {
    return new ApiProblem({
      status: NO_RESPONSE,
      title: 'The server cannot be reached',
      detail: 'Check the connection. Nothing was changed; try again in a moment.',
      code: 'network.unreachable',
    });
  }
}

/** The problem in a non-2xx body: problem+json as it is, anything else (a proxy's page) by its status alone. */
export function problemOf(status: number, body: string): ApiProblem {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'title' in parsed && 'status' in parsed) {
      return new ApiProblem(parsed as ProblemWire);
    }
  } catch {
    // Not JSON: the status says all there is to say.
  }
  return new ApiProblem({ status, title: `The server answered ${status}` });
}
