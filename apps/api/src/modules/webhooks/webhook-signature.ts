// Signatures as Standard Webhooks has them: HMAC-SHA256 over `id.timestamp.payload`, base64, marked v1.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SECRET_PREFIX = 'whsec_';

/** The raw key. */
export const newWebhookSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** As the receiver is given it. */
export const shownSecret = (secret: Buffer): string => `${SECRET_PREFIX}${secret.toString('base64')}`;

/**
 * The headers that let a receiver check who sent `payload`, and when.
 * @param message.id the same at every attempt, so that a receiver can tell a repetition.
 */
export function signedHeaders(
  secret: Buffer,
  message: { id: string; payload: string; at: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${message.id}.${timestamp}.${message.payload}`)
    .digest('base64');
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
