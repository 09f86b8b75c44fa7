// Holds an answer to the OpenAPI document: a documented status, a body its schema allows, a whole problem otherwise.
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { PROBLEMS } from '../../platform/errors/index.ts';
import { nameOf, type Operation, type Schema } from './document.ts';

export interface Answer {
  status: number;
  contentType: string;
  /** Parsed when it is JSON. */
  body: unknown;
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', components: asJsonSchema(openapi.components) as object });

/** OpenAPI 3.0 says `nullable` and boolean bounds where JSON Schema says otherwise. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { exclusiveMinimum, minimum, nullable, ...rest } = value as Schema & Record<string, unknown>;
  const schema: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([key, entry]) => [key, asJsonSchema(entry)]),
  );
  if (exclusiveMinimum === true) schema.exclusiveMinimum = minimum;
  else if (minimum !== undefined) schema.minimum = minimum;
  if (typeof schema.$ref === 'string') schema.$ref = `api${schema.$ref}`;
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

const compiled = new Map<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const made = ajv.compile(asJsonSchema(schema) as object);
  compiled.set(schema, made);
  return made;
}

/** What is wrong with the answer, in words without its values; undefined when nothing is. */
export function faultOf(operation: Operation, answer: Answer): string | undefined {
  const said = (words: string): string => `${nameOf(operation)} answered ${answer.status}: ${words}`;
  if (answer.status >= 500) return said('a server error');
  if (!/;\s*charset=/i.test(answer.contentType) && answer.contentType.startsWith('application/'))
    return said(`${answer.contentType} names no charset`);
  const documented = operation.responses[answer.status];
  if (!documented) return said('a status that is not documented');
  const type = answer.contentType.split(';')[0]!;
  const schema = documented.content?.[type]?.schema;
  if (answer.status >= 400) {
    if (type !== 'application/problem+json') return said(`${type} instead of a problem`);
    const { code, status } = answer.body as { code: string; status: number };
    if (!(code in PROBLEMS) || status !== answer.status) return said(`an unknown problem ${code}`);
  }
  if (!schema) return undefined;
  const faults = faultsOfValue(schema, answer.body);
  return faults.length === 0 ? undefined : said(faults.slice(0, 5).join('; '));
}

/** Where `value` is not what `schema` allows, without the value. */
export function faultsOfValue(schema: Schema, value: unknown): string[] {
  const isValid = validatorOf(schema);
  if (isValid(value)) return [];
  return isValid.errors!.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
