// Refresh tokens: `<organization>.<secret>`. The organization is in it so that the look-up stays inside its rows.
import { createHmac } from 'node:crypto';
import { randomToken, sha256 } from '../../platform/crypto/index.ts';

const FORMAT = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([\w-]{43})$/;

export interface RefreshToken {
  organizationId: string;
  secret: string;
  /** What goes into the cookie. */
  value: string;
  /** What is stored and looked up. */
  hash: Buffer;
}

const tokenOf = (organizationId: string, secret: string): RefreshToken => {
  const value = `${organizationId}.${secret}`;
  return { organizationId, secret, value, hash: sha256(value) };
};

/** The first token of a session: 256 random bits. */
export const newRefreshToken = (organizationId: string): RefreshToken =>
  tokenOf(organizationId, randomToken());

export function parseRefreshToken(value: string): RefreshToken | undefined {
  const [, organizationId, secret] = FORMAT.exec(value) ?? [];
  return organizationId && secret ? tokenOf(organizationId, secret) : undefined;
}

/**
 * The one token that follows `token`. Computed with a key only the server has, so two tabs that spend one token get
 * the same successor although only digests are stored, and whoever stole a spent token cannot compute the next.
 */
export function successorOf(token: RefreshToken, serverSecret: string): RefreshToken {
  const secret = createHmac('sha256', serverSecret)
    .update(`refresh-token:${token.value}`)
    .digest('base64url');
  return tokenOf(token.organizationId, secret);
}
