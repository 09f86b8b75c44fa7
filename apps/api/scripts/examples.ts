// An example for every JSON body of the document: put together from the examples of its fields, or, where a field has
// none, from what its schema says.

export interface ExampleSchema {
  $ref?: string;
  allOf?: ExampleSchema[];
  anyOf?: ExampleSchema[];
  type?: string;
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, ExampleSchema>;
  items?: ExampleSchema;
  additionalProperties?: boolean | ExampleSchema;
  format?: string;
  minimum?: number;
  maximum?: number;
  example?: unknown;
  default?: unknown;
}

type Schemas = Record<string, ExampleSchema>;

const PREFIX = '#/components/schemas/';
const AN_ID = '3f2b8c1e-5d7a-4e9b-9c6f-1a2b3c4d5e6f';

/** Fields that mean the same wherever they occur, by the end of their name. */
const BY_NAME: readonly [ending: RegExp, example: unknown][] = [
  [/_id$/, AN_ID],
  [/_at$/, '2024-01-15T15:45:00.000Z'],
  [/^email$/, 'maria@glow.example'],
  [/^(display_)?name$/, 'Maria Lopez'],
  [/password$/, 'a long sentence about nothing'],
];

/** @param schemas the components that references point to. @throws for a reference to nothing. */
export function exampleOf(schema: ExampleSchema, schemas: Schemas, name = ''): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref) return exampleOf(componentOf(schema.$ref, schemas), schemas, name);
  const [first] = schema.allOf ?? schema.anyOf ?? [];
  if (first) return exampleOf(first, schemas, name);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum.find((value) => value !== null);
  if (schema.properties || schema.type === 'object') return objectOf(schema, schemas);
  if (schema.type === 'array') return [exampleOf(schema.items ?? {}, schemas, name)];
  return plainExampleOf(schema, name);
}

function componentOf(reference: string, schemas: Schemas): ExampleSchema {
  const component = schemas[reference.slice(PREFIX.length)];
  if (!component) throw new Error(`${reference} is defined nowhere`);
  return component;
}

const objectOf = ({ properties = {} }: ExampleSchema, schemas: Schemas): object =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, exampleOf(property, schemas, name)]),
  );

function plainExampleOf({ format, maximum, minimum = 0, type }: ExampleSchema, name: string): unknown {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.min(maximum ?? 1, Math.max(minimum, 1));
  if (format === 'uuid') return AN_ID;
  return BY_NAME.find(([ending]) => ending.test(name))?.[1] ?? name.replaceAll('_', ' ');
}
