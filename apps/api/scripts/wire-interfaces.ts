// Prints plain TypeScript interfaces from the zod schemas that have a name: tsoa cannot read inferred types.
import * as schemas from '@medspasync/schemas';
import * as z from 'zod';

interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** The schemas with `.meta({ id })`, by id. */
export function namedSchemas(): Map<string, z.ZodType> {
  const byId = new Map<string, z.ZodType>();
  for (const exported of Object.values(schemas)) {
    const id = exported instanceof z.ZodType ? z.globalRegistry.get(exported)?.id : undefined;
    if (id !== undefined) byId.set(id, exported as z.ZodType);
  }
  return byId;
}

/** Parsed values, defaults filled in: what a controller receives and returns. */
export function printInterfaces(): string {
  const { schemas: byId } = z.toJSONSchema(z.globalRegistry, { io: 'output', uri: (id) => id });
  return [...namedSchemas().keys()]
    .sort()
    .map((id) => `export interface ${id} ${typeOf(byId[id] as JsonSchema)}\n`)
    .join('\n');
}

function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  switch (schema.type) {
    case 'array':
      return `Array<${typeOf(schema.items ?? {})}>`;
    case 'object':
      return objectType(schema);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      throw new Error(`no TypeScript for the JSON schema ${JSON.stringify(schema)}`);
  }
}

function objectType({ properties = {}, required = [] }: JsonSchema): string {
  const lines = Object.entries(properties).map(
    ([name, property]) => `${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(property)};`,
  );
  return `{ ${lines.join(' ')} }`;
}

/** Names that another standard gives, such as `violated-policies`, are no identifiers. */
const keyOf = (name: string): string => (/^\w+$/.test(name) ? name : JSON.stringify(name));
