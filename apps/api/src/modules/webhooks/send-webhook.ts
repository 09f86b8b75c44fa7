// One attempt: posts a message and looks at nothing of the answer but its status. No redirect is followed, no connection
// is kept, and only the outcome's code leaves this file.
import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { AddressRefused, isPublicAddress, lookupPublic } from './public-address.ts';
import { hostOf } from './webhook-url.ts';

export interface WebhookMessage {
  url: string;
  headers: Record<string, string>;
  payload: string;
}

export interface Attempt {
  /** Null when there was no answer. */
  status: number | null;
  /** Null for a message that was accepted. */
  error: string | null;
}

export interface SendingRules {
  publicOnly: boolean;
  /** Until the first line of the answer. */
  timeoutMs: number;
}

/** Of an attempt, from a short list: statuses by their hundred. */
export const outcomeOf = ({ error }: Attempt): string =>
  error?.replace(/^(answered_\d)\d\d$/, '$1xx') ?? 'accepted';

/** By Node's error code; all others are a connection that failed. */
const ERRORS: Readonly<Record<string, string>> = {
  ADDRESS_REFUSED: 'address_refused',
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  CERT_HAS_EXPIRED: 'certificate_refused',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_refused',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_refused',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_refused',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_refused',
};

/** @throws only when `stop` was aborted: the attempt then does not count. */
export async function sendWebhook(
  message: WebhookMessage,
  rules: SendingRules,
  stop: AbortSignal,
): Promise<Attempt> {
  const timeout = AbortSignal.timeout(rules.timeoutMs);
  try {
    const status = await post(message, rules.publicOnly, AbortSignal.any([stop, timeout]));
    const isAccepted = status >= 200 && status < 300;
    return { status, error: isAccepted ? null : `answered_${status}` };
  } catch (error) {
    stop.throwIfAborted();
    if (timeout.aborted) return { status: null, error: 'timeout' };
    const { code = '' } = error as NodeJS.ErrnoException;
    return { status: null, error: ERRORS[code] ?? 'connection_failed' };
  }
}

async function post(message: WebhookMessage, publicOnly: boolean, signal: AbortSignal): Promise<number> {
  const { headers, payload } = message;
  const url = new URL(message.url);
  const host = hostOf(url);
  if (publicOnly && url.protocol !== 'https:') throw new AddressRefused();
  // A socket looks up names only; an address is connected to as it is.
  if (publicOnly && isIP(host) !== 0 && !isPublicAddress(host)) throw new AddressRefused();
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(payload),
      'user-agent': 'MedSpaSync-Webhooks/1',
    },
    ...(publicOnly ? { lookup: lookupPublic } : {}),
  };
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const request = send(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.end(payload);
  });
}
