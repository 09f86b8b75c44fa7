// Holds a body to its zod schema: every invalid field is named at once, and the controller gets the parsed value.
import type { FieldError } from '@medspasync/schemas';
import type { Request, RequestHandler } from 'express';
import type * as z from 'zod';
import { Refusal } from '../errors/index.ts';
import { wordsOf } from './issue-words.ts';

/** An answer that named all of millions would keep everybody waiting, and be longer than what was sent. */
const FIELDS_NAMED = 1000;
const MORE: FieldError = { field: 'body', message: `has more; only the first ${FIELDS_NAMED} are listed` };

/**
 * For `@Middlewares(body(LoginRequestWire))` on every route with a JSON body.
 * @param alsoWrong what the service would refuse of a body with the right shape, read from a body whose shape is
 *   wrong, so that one answer names all of it.
 */
export const body =
  (schema: z.ZodType, alsoWrong: (body: unknown) => FieldError[] = () => []): RequestHandler =>
  (request, _response, next) => {
    if (!listsOf.has(request)) request.body = checkedBody(schema, alsoWrong, request.body ?? {});
    next();
  };

/** Of bodies that were held to their schema in a thread. The body itself has them empty: tsoa would look at every row again. */
const listsOf = new WeakMap<Request, object>();

export const noteLists = (request: Request, lists: Readonly<Record<string, readonly unknown[]>>): void => {
  listsOf.set(request, lists);
};

/** What was sent: for operations that take whole books. */
export const inFull = <T>(request: Request, body: T): T => {
  const lists = listsOf.get(request);
  return lists ? { ...body, ...lists } : body;
};

/** @returns what the schema makes of `given`. @throws Refusal `request.invalid`, naming every field. */
export function checkedBody(
  schema: z.ZodType,
  alsoWrong: (body: unknown) => FieldError[],
  given: unknown,
): unknown {
  const parsed = schema.safeParse(given, { error: wordsOf });
  if (parsed.success) return parsed.data;
  const errors = firstOf(errorsOf(parsed.error.issues, () => alsoWrong(given)));
  throw new Refusal('request.invalid', { errors });
}

function* errorsOf(
  issues: readonly z.core.$ZodIssue[],
  alsoWrong: () => FieldError[],
): Generator<FieldError> {
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        yield { field: nameOf([...issue.path, key]), message: 'is not a known field' };
    else yield { field: nameOf(issue.path), message: issue.message };
  yield* alsoWrong();
}

/** Each field once, with the first that is wrong with it. */
function firstOf(errors: Iterable<FieldError>): FieldError[] {
  const named = new Map<string, FieldError>();
  for (const error of errors) {
    if (named.size === FIELDS_NAMED) return [...named.values(), MORE];
    if (!named.has(error.field)) named.set(error.field, error);
  }
  return [...named.values()];
}

/** `['rows', 3, 'amount']` → `rows[3].amount`. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
