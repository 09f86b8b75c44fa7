// Runs a tool to its end (npm, turbo, the sandbox seed) in a group of its own, so that an interrupted start ends it too.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { describeProcess, endGroup, lastLines } from './process.mjs';

/** @type {Set<import('./process.mjs').ProcessRecord>} */
const running = new Set();

/**
 * @param {object} tool
 * @param {string} tool.command
 * @param {string[]} tool.args
 * @param {string} tool.directory
 * @param {NodeJS.ProcessEnv} tool.environment
 * @param {string} tool.log        its errors go here, and its output unless it is asked for
 * @param {string} tool.failure    the sentence a failure begins with
 * @param {boolean} [tool.capture] resolve with what it printed on standard output
 * @returns {Promise<string>}
 */
export async function runTool({ command, args, directory, environment, log, failure, capture = false }) {
  const descriptor = openSync(log, 'w');
  try {
    const child = spawn(command, args, {
      cwd: directory,
      env: environment,
      detached: true,
      stdio: ['ignore', capture ? 'pipe' : descriptor, descriptor],
    });
    const record = child.pid ? describeProcess(child.pid) : undefined;
    if (record) running.add(record);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    /** @type {string | undefined} */
    const problem = await new Promise((resolve) => {
      child.once('error', (error) => resolve(`${command} could not be run: ${error.message}`));
      child.once('close', (code, signal) =>
        resolve(code === 0 ? undefined : `${command} ended with ${signal ?? code}`),
      );
    });
    if (record) running.delete(record);
    if (problem) {
      const lines = lastLines(log).map((line) => `    ${line}`);
      throw new Error([`${failure} (${problem}). The end of ${log}:`, ...lines].join('\n'));
    }
    return output;
  } finally {
    closeSync(descriptor);
  }
}

/** Ends what runs now; for a start that was interrupted. */
export async function endTools() {
  await Promise.all([...running].map((record) => endGroup(record, 2_000)));
}
