// Resets the sandbox organization through the API's own command and remembers what its job found.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './run-tool.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */

/**
 * @typedef {object} SandboxJob what `seed-sandbox` prints; amounts in dollars
 * @property {string} organization
 * @property {string} job_id
 * @property {number} rewards
 * @property {number} pos
 * @property {number} matches_found
 * @property {number} review_required
 * @property {number} no_matches
 * @property {number} matched_amount
 * @property {number} review_amount
 * @property {number} unmatched_amount
 */

/** @typedef {{ email: string, password: string, api_key: string }} SandboxSignIn */

/** @param {Ecosystem} ecosystem */
const jobFile = (ecosystem) => path.join(ecosystem.stateDirectory, 'sandbox-job.json');

/** @param {Ecosystem} ecosystem @param {import('./progress.mjs').Progress} progress */
export async function seedSandbox(ecosystem, progress) {
  rmSync(jobFile(ecosystem), { force: true });
  await progress.step('Resetting the sandbox and reconciling its two months', async () => {
    const output = await runTool({
      command: process.execPath,
      args: ['apps/api/dist/seed-sandbox.js'],
      directory: ecosystem.root,
      environment: ecosystem.childEnvironment,
      log: path.join(ecosystem.logsDirectory, 'sandbox.log'),
      failure: 'The sandbox could not be prepared',
      capture: true,
    });
    const lastLine = output.trim().split('\n').at(-1) ?? '';
    writeFileSync(jobFile(ecosystem), lastLine);
  });
}

/** @param {Ecosystem} ecosystem */
export const isSandboxSeeded = (ecosystem) => readSandboxJob(ecosystem) !== undefined;

/** @param {Ecosystem} ecosystem @returns {SandboxJob | undefined} */
export const readSandboxJob = (ecosystem) => readJson(jobFile(ecosystem));

/** @param {Ecosystem} ecosystem @returns {SandboxSignIn | undefined} */
export const readSandboxSignIn = (ecosystem) => readJson(path.join(ecosystem.stateDirectory, 'sandbox.json'));

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
