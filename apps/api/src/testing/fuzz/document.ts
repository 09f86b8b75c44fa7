// The OpenAPI document as a list of operations, for tests that walk all of them.
import openapi from '../../generated/openapi.json' with { type: 'json' };

/** The part of JSON Schema (as OpenAPI 3.0 has it) that the document uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean | number;
  multipleOf?: number;
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema?: Schema; example?: unknown }>;

export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  operationId: string;
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
}

interface Response {
  description: string;
  content?: Content;
}

/** Every operation, in the order of the document; answers that several share stand in each. */
export const OPERATIONS: readonly Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods as object as Record<string, Operation>).map(([method, operation]) => ({
    ...operation,
    responses: withShared(operation.responses),
    method: method as Operation['method'],
    path,
  })),
);

function withShared(responses: Record<string, Response | { $ref: string }>): Record<string, Response> {
  const shared = openapi.components.responses as Record<string, Response>;
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      '$ref' in response ? shared[response.$ref.slice('#/components/responses/'.length)]! : response,
    ]),
  );
}

export const nameOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

const COMPONENTS = openapi.components.schemas as unknown as Record<string, Schema>;
const PREFIX = '#/components/schemas/';

/** The schema a reference stands for; any other is itself. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  return resolved(COMPONENTS[schema.$ref.slice(PREFIX.length)]!);
}
