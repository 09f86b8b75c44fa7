// A client that does not give up: what got no answer is sent again, as it was, until it is acknowledged.
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../servers/api-client.mjs';

/** @typedef {{ unreachable: number, cutOff: number, unavailable: number, internal: number }} Troubles requests that found nobody, that got no answer, and answers 503 and 500 */

const PAUSE_MS = 150;

/** @returns {Troubles} */
export const noTroubles = () => ({ unreachable: 0, cutOff: 0, unavailable: 0, internal: 0 });

/**
 * @template T
 * @param {Troubles} troubles counts what went wrong on the way
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>} rejects with a refusal that asking again would not change
 */
export async function insist(troubles, ask) {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isTransient(error, troubles)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

/** @param {unknown} error @param {Troubles} troubles */
export function isTransient(error, troubles) {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ECONNREFUSED') troubles.unreachable += 1;
  else if (!(error instanceof Refused)) troubles.cutOff += 1;
  else if (error.status === 503) troubles.unavailable += 1;
  else if (error.status === 500) troubles.internal += 1;
  // The first sending of the request may still be at work in the database, or a limit is reached.
  else return error.message.includes('idempotency.in-flight') || error.status === 429;
  return true;
}
