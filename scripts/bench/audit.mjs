// The audit log's bench: how long it takes to verify one of a given length.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { BadArguments } from './engine-arguments.mjs';

/** tsx takes the compiler's settings from where it runs. */
const API = fileURLToPath(new URL('../../apps/api/', import.meta.url));

export const AUDIT_USAGE = `  audit    verifies an audit log on a PostgreSQL of its own
    --events N   events in the log (default 100000)
    --runs R     verifications (default 3)
`;

/** Prints one report. @param {string[]} words */
export async function benchAudit(words) {
  const { events, runs } = readArguments(words);
  const args = ['--import', 'tsx', 'scripts/bench-audit.ts', String(events), String(runs)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: API });
  /** @type {{ seconds: number[] }} */
  const { seconds } = JSON.parse(stdout);
  const sorted = [...seconds].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(
    `${events} events verified in ${median.toFixed(2)} s (median of ${runs}; ${seconds.map((s) => s.toFixed(2)).join(', ')})`,
  );
}

/** @param {string[]} words */
function readArguments(words) {
  const options = /** @type {const} */ ({
    events: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
  });
  const { events, runs } = parsed(words, options);
  if (![events, runs].every((value) => Number.isSafeInteger(value) && value > 0))
    throw new BadArguments('--events and --runs must be whole numbers above 0');
  return { events, runs };
}

/**
 * @param {string[]} args
 * @param {{ events: { type: 'string', default: string }, runs: { type: 'string', default: string } }} options
 */
function parsed(args, options) {
  try {
    const { values } = parseArgs({ args, options });
    return { events: Number(values.events), runs: Number(values.runs) };
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}
