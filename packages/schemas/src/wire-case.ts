// The one place where snake_case (JSON on the wire) and camelCase (code) meet.

/** `customer_name` → `customerName`, at type level. */
type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** `customerName` → `customer_name`, at type level. */
type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Uncapitalize<Head>}${SnakeCase<Tail>}`
    : `${Uncapitalize<Head>}_${SnakeCase<Tail>}`
  : S;

/** A wire value with its keys in camelCase, at every depth. */
export type Camelized<T> = T extends readonly (infer Item)[]
  ? Camelized<Item>[]
  : T extends object
    ? { [K in keyof T as K extends string ? CamelCase<K> : K]: Camelized<T[K]> }
    : T;

/** A value of the code with its keys in snake_case, at every depth. */
export type Snaked<T> = T extends readonly (infer Item)[]
  ? Snaked<Item>[]
  : T extends object
    ? { [K in keyof T as K extends string ? SnakeCase<K> : K]: Snaked<T[K]> }
    : T;

const camelKeys = new Map<string, string>();
const snakeKeys = new Map<string, string>();

function memoized(cache: Map<string, string>, key: string, convert: (key: string) => string): string {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const converted = convert(key);
  // Keys are property names of our own schemas; the bound only guards against a caller who sends data as keys.
  if (cache.size < 4096) cache.set(key, converted);
  return converted;
}

const camelKey = (key: string): string =>
  memoized(camelKeys, key, (k) => k.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));

const snakeKey = (key: string): string =>
  memoized(snakeKeys, key, (k) => k.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

function mapKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, rename));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const renamed: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined) renamed[rename(key)] = mapKeys(inner, rename);
  }
  return renamed;
}

/** A JSON value from the wire, its keys renamed to camelCase. Values are untouched. */
export function fromWire<T>(value: T): Camelized<T> {
  return mapKeys(value, camelKey) as Camelized<T>;
}

/** A value of the code, its keys renamed to snake_case; undefined properties are left out. */
export function toWire<T>(value: T): Snaked<T> {
  return mapKeys(value, snakeKey) as Snaked<T>;
}
