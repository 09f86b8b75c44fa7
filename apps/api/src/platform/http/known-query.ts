// Holds the query of a request to the API's own description: unknown names and wrong values are told in plain words,
// without the value, which may be about a patient.
import type { FieldError } from '@medspasync/schemas';
import type { RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import { operationFinder, type Paths } from './paths.ts';

interface QueryParameter {
  name: string;
  in: string;
  schema: { type?: string; enum?: readonly string[]; minimum?: number; maximum?: number };
}

/** @param paths of the OpenAPI document: template → method → operation. */
export function knownQuery(paths: Paths): RequestHandler {
  const operationOf = operationFinder<{ parameters?: QueryParameter[] }>(paths);
  return (request, _response, next) => {
    const given = Object.entries(request.query);
    const operation = given.length === 0 ? undefined : operationOf(request);
    if (!operation) return next();
    const ofQuery = (operation.parameters ?? []).filter(isOfQuery);
    const known = new Map(ofQuery.map((parameter) => [parameter.name, parameter]));
    const errors = given.flatMap(([name, value]) => errorOf(name, value, known));
    if (errors.length > 0) throw new Refusal('request.invalid', { errors });
    next();
  };
}

const isOfQuery = (parameter: QueryParameter): boolean => parameter.in === 'query';

function errorOf(name: string, value: unknown, known: ReadonlyMap<string, QueryParameter>): FieldError[] {
  const parameter = known.get(name);
  if (!parameter) return [{ field: name, message: 'is not a known query parameter' }];
  if (typeof value !== 'string') return [{ field: name, message: 'must be given once' }];
  const message = refusalOf(value, parameter.schema);
  return message === undefined ? [] : [{ field: name, message }];
}

function refusalOf(value: string, { enum: allowed, maximum, minimum }: QueryParameter['schema']) {
  if (allowed) return allowed.includes(value) ? undefined : `must be ${allowed.join(' or ')}`;
  if (minimum === undefined || maximum === undefined) return undefined;
  const isWithin = /^\d{1,15}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
  return isWithin ? undefined : `must be a whole number from ${minimum} to ${maximum}`;
}
