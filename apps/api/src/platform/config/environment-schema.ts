// The variables as one schema, with the rules that tie several of them together.
import * as z from 'zod';
import { BACKEND_GROUPS, type Variable } from './variables.ts';

type Groups = typeof BACKEND_GROUPS;
type Union<T> = T[keyof T];
type Merged = { [K in Union<{ [G in keyof Groups]: keyof Groups[G] }>]: SchemaOf<K> };
type SchemaOf<K> = Union<{
  [G in keyof Groups]: K extends keyof Groups[G]
    ? Groups[G][K] extends Variable<infer Schema>
      ? Schema
      : never
    : never;
}>;

const shape = Object.fromEntries(
  Object.values(BACKEND_GROUPS).flatMap((group: Record<string, Variable>) =>
    Object.entries(group).map(([name, variable]) => [name, variable.schema]),
  ),
) as Merged;

// Words that only a sample or a development secret carries.
const PLACEHOLDER = /change.?me|development|example|placeholder|your.?secret|password/i;

const looksLikeDevelopment = (secret: string): boolean =>
  PLACEHOLDER.test(secret) || new Set(secret).size < 10;

/** The key of the Fernet specification's test vectors, which people copy. */
const PUBLISHED_KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';

const looksLikeSample = (key: string): boolean => key === PUBLISHED_KEY || new Set(key).size < 10;

const ENCRYPTED = ['require', 'verify-ca', 'verify-full'];

export const isThisMachine = ({ hostname }: URL): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\]|)$/.test(hostname);

/** Whether what passes between here and the server can be read on its way. */
function isReadableOnTheWay(address: string): boolean {
  const url = new URL(address);
  return !isThisMachine(url) && !ENCRYPTED.includes(url.searchParams.get('sslmode') ?? '');
}

export const EnvironmentSchema = z.object(shape).superRefine((variables, context) => {
  const refuse = (name: keyof typeof variables, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  const everywhere = variables.CORS_ORIGINS?.includes('*') ?? false;

  if (variables.DATABASE_URL && variables.DB_HOST)
    refuse('DB_HOST', 'give DATABASE_URL or DB_HOST, not both');
  if (variables.DATABASE_APP_URL && !variables.DATABASE_URL && !variables.DB_HOST)
    refuse('DATABASE_APP_URL', 'needs DATABASE_URL (or DB_HOST), which migrates the schema');
  if (everywhere && variables.ENVIRONMENT !== 'development')
    refuse('CORS_ORIGINS', '* is refused outside development: list the origins');
  if (variables.ENVIRONMENT !== 'production') return;

  if (!variables.CORS_ORIGINS?.length) refuse('CORS_ORIGINS', 'is required in production');
  for (const name of ['JWT_SECRET', 'JWT_PREVIOUS_SECRET'] as const) {
    const secret = variables[name];
    if (secret && looksLikeDevelopment(secret)) refuse(name, 'is a development secret');
  }
  for (const name of ['FERNET_KEYS', 'AUDIT_KEYS'] as const)
    if (variables[name]?.some(looksLikeSample)) refuse(name, 'holds a key that is no random one');
  for (const name of ['JWT_SECRET', 'FERNET_KEYS', 'AUDIT_KEYS'] as const)
    if (!variables[name]) refuse(name, 'is required in production');
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL'] as const) {
    const url = variables[name];
    if (url && isReadableOnTheWay(url))
      refuse(name, 'must end in ?sslmode=verify-full (or require, verify-ca) for a server elsewhere');
  }
});

export type Environment = z.infer<typeof EnvironmentSchema>;
