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

/** Only on this machine may what a browser and an origin say to each other be readable on the way. */
const isPlainElsewhere = (origin: string): boolean =>
  origin.startsWith('http://') && !isThisMachine(new URL(origin));

/** In production at most: without use (45 CFR 164.312(a)(2)(iii)), and in all (NIST SP 800-63B). */
const MAX_IDLE_MINUTES = 15;
const MAX_SESSION_HOURS = 12;

const schema = z.object(shape);

export type Environment = z.infer<typeof schema>;

export interface BadVariable {
  name: string;
  message: string;
}

/** Which process reads: what only browsers and tokens need is not asked of a worker. */
export type Entry = 'api' | 'worker';

type Refuse = (name: keyof Environment & string, message: string) => void;

/** @returns the variables as they are meant, or all that is wrong with any of them. */
export function readEnvironment(given: NodeJS.ProcessEnv, entry: Entry): Environment | BadVariable[] {
  const issues = schema.safeParse(given).error?.issues ?? [];
  const bad = issues.map(({ message, path }) => ({ name: path.join('.'), message }));
  const unreadable = new Set(bad.map(({ name }) => name));
  // The rules are held to whatever can be read, so that one start names everything.
  const environment = schema.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !unreadable.has(name))),
  );
  const refuse: Refuse = (name, message) => {
    if (!unreadable.has(name)) bad.push({ name, message });
  };
  refuseContradictions(environment, refuse);
  if (environment.ENVIRONMENT === 'production') {
    refuseMissing(environment, refuse, entry);
    refuseOpenWires(environment, refuse);
    refuseWeakKeys(environment, refuse);
    refuseLongSessions(environment, refuse);
  }
  return bad.length > 0 ? bad : environment;
}

/** What production starts with, and somebody should hear of at every start. */
export const concernsOf = (environment: Environment): string[] =>
  environment.ENVIRONMENT === 'production' && environment.MFA_REQUIRED_FOR_ADMIN === false
    ? ['MFA_REQUIRED_FOR_ADMIN is false: a password alone opens the accounts that manage all others']
    : [];

function refuseContradictions(environment: Environment, refuse: Refuse): void {
  if (environment.DATABASE_URL && environment.DB_HOST)
    refuse('DB_HOST', 'give DATABASE_URL or DB_HOST, not both');
  if (environment.DATABASE_APP_URL && !environment.DATABASE_URL && !environment.DB_HOST)
    refuse('DATABASE_APP_URL', 'needs DATABASE_URL (or DB_HOST), which migrates the schema');
  if (!environment.DATABASE_URL && !environment.DB_HOST)
    for (const name of ['DB_PORT', 'DB_NAME', 'DB_USER', 'DB_PASSWORD'] as const)
      if (environment[name] !== undefined)
        refuse(name, 'needs DB_HOST: without it the embedded database would start');
  if (environment.CORS_ORIGINS?.includes('*') && environment.ENVIRONMENT !== 'development')
    refuse('CORS_ORIGINS', '* is refused outside development: list the origins');
}

function refuseMissing(environment: Environment, refuse: Refuse, entry: Entry): void {
  if (entry === 'api' && !environment.CORS_ORIGINS?.length)
    refuse('CORS_ORIGINS', 'is required in production');
  if (entry === 'api' && !environment.JWT_SECRET) refuse('JWT_SECRET', 'is required in production');
  for (const name of ['FERNET_KEYS', 'AUDIT_KEYS'] as const)
    if (!environment[name]) refuse(name, 'is required in production');
}

function refuseOpenWires(environment: Environment, refuse: Refuse): void {
  const { CORS_ORIGINS, REDIS_URL } = environment;
  const plain = CORS_ORIGINS?.filter(isPlainElsewhere) ?? [];
  if (plain.length > 0) refuse('CORS_ORIGINS', `must be https://: ${plain.join(', ')}`);
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL'] as const) {
    const url = environment[name];
    if (url && isReadableOnTheWay(url))
      refuse(name, 'must end in ?sslmode=verify-full (or require, verify-ca) for a server elsewhere');
  }
  if (REDIS_URL?.startsWith('redis:') && !isThisMachine(new URL(REDIS_URL)))
    refuse('REDIS_URL', 'must start with rediss:// (TLS) for a server elsewhere');
}

function refuseWeakKeys(environment: Environment, refuse: Refuse): void {
  for (const name of ['JWT_SECRET', 'JWT_PREVIOUS_SECRET'] as const) {
    const secret = environment[name];
    if (secret && looksLikeDevelopment(secret)) refuse(name, 'is a development secret');
  }
  for (const name of ['FERNET_KEYS', 'AUDIT_KEYS'] as const)
    if (environment[name]?.some(looksLikeSample)) refuse(name, 'holds a key that is no random one');
  const { AUDIT_KEYS = [], FERNET_KEYS = [], JWT_SECRET = '' } = environment;
  if (AUDIT_KEYS.some((key) => FERNET_KEYS.includes(key)))
    refuse('AUDIT_KEYS', 'holds a key of FERNET_KEYS: whoever reads patients could then forge the audit log');
  if ([...AUDIT_KEYS, ...FERNET_KEYS].includes(JWT_SECRET))
    refuse('JWT_SECRET', 'is a key of AUDIT_KEYS or FERNET_KEYS: a key has one use');
}

function refuseLongSessions(environment: Environment, refuse: Refuse): void {
  if (environment.SESSION_IDLE_MINUTES > MAX_IDLE_MINUTES)
    refuse('SESSION_IDLE_MINUTES', `must be at most ${MAX_IDLE_MINUTES} in production`);
  if (environment.SESSION_MAX_HOURS > MAX_SESSION_HOURS)
    refuse('SESSION_MAX_HOURS', `must be at most ${MAX_SESSION_HOURS} in production`);
}
