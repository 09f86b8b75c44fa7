// Makes tsoa's document say what zod enforces: its component schemas are replaced by zod's own, and every operation
// names both ways to authenticate, the permissions it needs, and the problems it may answer with.
import * as z from 'zod';
import { WITHOUT_IDEMPOTENCY_KEY } from '../src/platform/http/without-idempotency-key.ts';
import { type ExampleSchema, exampleOf } from './examples.ts';
import { problemResponses, problemStatusesOf, referenceTo } from './problem-responses.ts';
import { namedSchemas } from './wire-interfaces.ts';

interface Operation {
  operationId: string;
  description?: string;
  security?: Record<string, string[]>[];
  'x-permissions'?: string[];
  'x-idempotent'?: boolean;
  parameters?: object[];
  requestBody?: Body;
  responses: Record<string, Body | { $ref: string }>;
}

interface Body {
  description?: string;
  content?: Record<string, { schema: ExampleSchema; example?: unknown }>;
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Of your choice, new for each thing to do. The same request sent again within a day under the same key does ' +
    'nothing again and gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    responses?: Record<string, object>;
    securitySchemes: Record<string, object>;
  };
  info: object;
}

const prefix = '#/components/schemas/';

const PROBLEM = { 'application/problem+json': { schema: { $ref: `${prefix}Problem` } } };

export function completeOpenApi(document: OpenApi): OpenApi {
  for (const [method, path, operation] of operationsOf(document)) {
    const permissions = (operation.security ?? []).flatMap((security) => Object.values(security).flat());
    if (permissions.length > 0) operation['x-permissions'] = permissions;
    if (operation['x-idempotent']) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
    const whyNoKey = WITHOUT_IDEMPOTENCY_KEY[operation.operationId];
    if (whyNoKey) operation.description = `${operation.description} Takes no Idempotency-Key: ${whyNoKey}.`;
    operation.security = operation.security?.flatMap(credentialsFor);
    for (const status of problemStatusesOf({ ...operation, method, path }))
      operation.responses[status] ??= referenceTo(status);
    operation.responses.default = { description: 'Any other problem (RFC 9457)', content: PROBLEM };
  }
  const { caller: _caller, session: _session, ...securitySchemes } = document.components.securitySchemes;
  const schemas = withReferenced({ ...document.components.schemas, Problem: {} }, zodComponents());
  const completed = {
    ...document,
    components: { ...document.components, securitySchemes, schemas, responses: problemResponses(PROBLEM) },
  };
  addExamples(completed);
  return completed;
}

function* operationsOf({ paths }: OpenApi): Generator<[method: string, path: string, Operation]> {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) yield [method, path, operation];
}

function addExamples(document: OpenApi): void {
  const { components } = document;
  for (const [, , { requestBody, responses }] of operationsOf(document))
    for (const body of [requestBody, ...Object.values(responses)]) {
      const json = body && 'content' in body ? body.content?.['application/json'] : undefined;
      if (json) json.example = exampleOf(json.schema, components.schemas);
    }
}

function credentialsFor(security: Record<string, string[]>): Record<string, string[]>[] {
  if (security.session) return [{ bearer: [] }];
  if (security.caller) return [{ bearer: [] }, { apiKey: [] }];
  throw new Error(`unknown security ${Object.keys(security).join(', ')}: use 'caller' or 'session'`);
}

function zodComponents(): Record<string, object> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    target: 'openapi-3.0',
    io: 'input',
    uri: (id) => `${prefix}${id}`,
  });
  return Object.fromEntries(
    [...namedSchemas().keys()].map((id) => {
      const { $schema: _schema, $id: _id, id: _name, ...schema } = schemas[id] as Record<string, unknown>;
      return [id, schema];
    }),
  );
}

/** The document's own components, zod's where it has one, and whatever those refer to. */
function withReferenced(own: Record<string, object>, zods: Record<string, object>): Record<string, object> {
  const wanted = Object.keys(own);
  const complete = new Map<string, object>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (complete.has(name)) continue;
    const schema = zods[name] ?? own[name];
    if (!schema) throw new Error(`${name} is referred to but defined nowhere`);
    complete.set(name, schema);
    wanted.push(
      ...[...JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]!),
    );
  }
  return Object.fromEntries([...complete].sort(([left], [right]) => (left < right ? -1 : 1)));
}
