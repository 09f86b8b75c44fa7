// One tool with its output on this terminal, and the outcome it writes down as JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { CHILD_ENVIRONMENT, ROOT } from '../ecosystem/config.mjs';
import { onInterrupt } from '../servers/interruption.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Outcome */

/**
 * @param {string} command @param {readonly string[]} args @param {Record<string, string>} environment
 * @returns {Promise<number>} its exit code
 */
export async function runHere(command, args, environment) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...CHILD_ENVIRONMENT, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const takeBack = onInterrupt(() => child.kill('SIGINT'));
  const [code] = await once(child, 'close');
  takeBack();
  return code ?? 1;
}

/**
 * What a runner's report says; a runner that left none has failed.
 * @param {string} file @param {number} code of the runner
 * @param {(report: any) => Outcome} read
 * @returns {Outcome}
 */
export function outcomeIn(file, code, read) {
  try {
    const outcome = read(JSON.parse(readFileSync(file, 'utf8')));
    return { ...outcome, failed: code === 0 ? outcome.failed : Math.max(1, outcome.failed) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
