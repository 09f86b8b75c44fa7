// The chain of refresh tokens that keeps a session.
import { createHmac } from 'node:crypto';
import { type ScopedToken, scopedToken } from '../../platform/identity/index.ts';

/**
 * The one token that follows `token`. Computed with a key only the server has, so two tabs that spend one token get
 * the same successor although only digests are stored, and whoever stole a spent token cannot compute the next.
 */
export function successorOf(token: ScopedToken, serverSecret: string): ScopedToken {
  const secret = createHmac('sha256', serverSecret)
    .update(`refresh-token:${token.value}`)
    .digest('base64url');
  return scopedToken(token.organizationId, secret);
}
