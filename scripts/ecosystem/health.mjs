// Asks a service whether it is ready.
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, logFile, runningPid } from './process.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */
/** @typedef {import('./services.mjs').Service} Service */

const ANSWER_TIMEOUT_MS = 3_000;
const POLL_MS = 100;

/** @param {Service} service @returns {Promise<boolean>} */
export async function isHealthy(service) {
  try {
    // 127.0.0.1 and not localhost, which may mean IPv6 first.
    const response = await fetch(`http://127.0.0.1:${service.port}${service.healthPath}`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      redirect: 'manual',
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Returns when the service answers; throws with its last words when it ends or stays silent.
 * @param {Ecosystem} ecosystem
 * @param {Service} service
 */
export async function untilHealthy(ecosystem, service) {
  const deadline = Date.now() + ecosystem.healthTimeoutMs;
  for (;;) {
    const alive = runningPid(ecosystem, service) !== undefined;
    if (!alive) throw withLastWords(ecosystem, service, `${service.name} ended before it was ready.`);
    if (await isHealthy(service)) return;
    if (Date.now() > deadline) {
      const seconds = Math.round(ecosystem.healthTimeoutMs / 1000);
      throw withLastWords(
        ecosystem,
        service,
        `${service.name} runs but did not become healthy in ${seconds} s.`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** @param {Ecosystem} ecosystem @param {Service} service @param {string} reason */
export function withLastWords(ecosystem, service, reason) {
  const log = logFile(ecosystem, service);
  const lines = lastLines(log).map((line) => `    ${line}`);
  return new Error([`${reason} The end of ${log}:`, ...lines].join('\n'));
}
