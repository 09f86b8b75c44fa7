// Holds a body to its zod schema: every invalid field is named at once, and the controller gets the parsed value.
import type { FieldError } from '@medspasync/schemas';
import type { RequestHandler } from 'express';
import type { z } from 'zod';
import { Refusal } from '../errors/index.ts';

/** For `@Middlewares(body(LoginRequestWire))` on every route with a JSON body. */
export const body =
  (schema: z.ZodType): RequestHandler =>
  (request, _response, next) => {
    const parsed = schema.safeParse(request.body ?? {});
    if (!parsed.success)
      throw new Refusal('request.invalid', { errors: parsed.error.issues.flatMap(fieldErrorsOf) });
    request.body = parsed.data;
    next();
  };

function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: nameOf([...issue.path, key]),
      message: 'is not a known field',
    }));
  return [{ field: nameOf(issue.path), message: issue.message }];
}

/** `['rows', 3, 'amount']` → `rows[3].amount`. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
