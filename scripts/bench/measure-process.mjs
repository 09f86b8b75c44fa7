// One whole Node process, from start to end: wall time, peak memory, and what it said.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REPORT_PEAK = new URL('./report-peak.mjs', import.meta.url).href;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {{ wallMs: number, peakBytes: number, stderr: string }} Measured */

/**
 * Runs `node …args` in the repository's root. The peak is the process's own, all its threads together. Linux counts to it
 * what the parent held when it started the child, so the bench itself stays small.
 * @param {readonly string[]} args
 * @param {number} [timeoutMs] after which it is ended
 * @returns {Promise<Measured>}
 * @throws Error with what the program said, when it ends with anything but 0.
 */
export function measureProcess(args, timeoutMs) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_PEAK, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let stderr = '';
    let peak = '';
    child.stdio[2]?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdio[3]?.on('data', (chunk) => {
      peak += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const wallMs = performance.now() - startedAt;
      if (code === 0) resolve({ wallMs, peakBytes: Number(peak), stderr });
      else reject(new Error(`${args.join(' ')} ended with ${signal ?? code}\n${stderr}`));
    });
  });
}
