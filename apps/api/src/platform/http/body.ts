// Holds a body to its zod schema: every invalid field is named at once, and the controller gets the parsed value.
import type { FieldError } from '@medspasync/schemas';
import type { RequestHandler } from 'express';
import type * as z from 'zod';
import { Refusal } from '../errors/index.ts';
import { wordsOf } from './issue-words.ts';

/**
 * For `@Middlewares(body(LoginRequestWire))` on every route with a JSON body.
 * @param alsoWrong what the service would refuse of a body with the right shape, read from a body whose shape is
 *   wrong, so that one answer names all of it.
 */
export const body =
  (schema: z.ZodType, alsoWrong: (body: unknown) => FieldError[] = () => []): RequestHandler =>
  (request, _response, next) => {
    const given: unknown = request.body ?? {};
    const parsed = schema.safeParse(given, { error: wordsOf });
    if (!parsed.success)
      throw new Refusal('request.invalid', {
        errors: oncePerField([...parsed.error.issues.flatMap(fieldErrorsOf), ...alsoWrong(given)]),
      });
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

const oncePerField = (errors: readonly FieldError[]): FieldError[] =>
  [...new Map(errors.toReversed().map((error) => [error.field, error])).values()].toReversed();

/** `['rows', 3, 'amount']` → `rows[3].amount`. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
