// Opaque tokens handed to people: `<organization>.<secret>`. The organization is in it so that the look-up stays inside
// its rows; only the digest is stored.
import { randomToken, sha256 } from '../crypto/index.ts';

const FORMAT = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([\w-]{43})$/;

export interface ScopedToken {
  organizationId: string;
  /** What its holder presents. */
  value: string;
  /** What is stored and looked up. */
  hash: Buffer;
}

/** A token of 256 random bits, or of the given secret. */
export function scopedToken(organizationId: string, secret = randomToken()): ScopedToken {
  const value = `${organizationId}.${secret}`;
  return { organizationId, value, hash: sha256(value) };
}

export function parseScopedToken(value: string): ScopedToken | undefined {
  const [, organizationId, secret] = FORMAT.exec(value) ?? [];
  return organizationId && secret ? scopedToken(organizationId, secret) : undefined;
}
