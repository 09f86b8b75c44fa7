// How any layer says no. Services throw it; only the HTTP error handler turns it into a response.
import type { FieldError } from '@medspasync/schemas';
import { PROBLEMS, type ProblemCode } from './problem-codes.ts';

export interface RefusalOptions {
  /** One sentence for the caller. Never patient data. Default: the code's title. */
  detail?: string;
  /** Every invalid field or row, all at once. */
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Permissions that would have been needed. */
  missing?: readonly string[];
  /** Rate limits that were reached, by name. */
  violatedPolicies?: string[];
  cause?: unknown;
}

/** A request that cannot be served, for a reason the caller may know. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;
  readonly missing: readonly string[] | undefined;
  readonly violatedPolicies: string[] | undefined;

  constructor(code: ProblemCode, options: RefusalOptions = {}) {
    super(`${code}: ${options.detail ?? PROBLEMS[code].title}`, { cause: options.cause });
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.detail = options.detail ?? PROBLEMS[code].title;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.missing = options.missing;
    this.violatedPolicies = options.violatedPolicies;
  }
}
