// A steady load that does not wait for answers: requests leave on time however slow the server is, and each is timed from
// the moment it was due. A load that waits for its answers would ask less often exactly while the server is slow.
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {object} load
 * @param {number} load.perSecond
 * @param {AbortSignal} load.until  when it is aborted, no more is asked
 * @param {(turn: number) => Promise<unknown>} load.ask  must reject unless it was answered as it should be
 * @returns {Promise<number[]>} milliseconds, sorted, of every request
 */
export async function askSteadily({ perSecond, until, ask }) {
  /** @type {Promise<number>[]} */
  const asked = [];
  const failed = new AbortController();
  const over = AbortSignal.any([until, failed.signal]);
  const startedAt = performance.now();
  for (let turn = 0; !over.aborted; turn += 1) {
    const dueAt = startedAt + (turn * 1000) / perSecond;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await sleep(earlyMs);
    const answered = ask(turn).then(() => performance.now() - dueAt);
    answered.catch(() => failed.abort()); // Said below; here it ends the load.
    asked.push(answered);
  }
  return (await Promise.all(asked)).sort((a, b) => a - b);
}

/** @param {readonly number[]} sorted at least one @param {number} share 0 to 1 */
export const percentile = (sorted, share) =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
