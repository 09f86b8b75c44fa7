// One pair's bench: from two transactions to a probability, in process, against parsing the same two from JSON.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { BadArguments } from './engine-arguments.mjs';

const TIME_PAIRS = fileURLToPath(new URL('./time-pairs.mjs', import.meta.url));

export const PAIR_USAGE = `  pair     one pair in process, as a multiple of JSON.parse of the same two rows
    --pairs N    different pairs (default 2000)
    --runs R     measured rounds over all of them (default 5)
`;

/** Prints one report. @param {string[]} words */
export async function benchPair(words) {
  const { pairs, runs } = readArguments(words);
  const args = ['--import', 'tsx', TIME_PAIRS, String(pairs), String(runs)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const found = JSON.parse(stdout);
  console.log('| | p50 µs | p99 µs | p50 ÷ JSON.parse |\n|---|---|---|---|');
  for (const [label, { p50, p99 }] of [
    ['JSON.parse', found.parse],
    ['probability', found.predict],
    ['probability and explanation', found.explain],
  ]) {
    const times = (p50 / found.parse.p50).toFixed(1);
    console.log(`| ${label} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${times} |`);
  }
}

/** @param {string[]} words */
function readArguments(words) {
  const { pairs, runs } = parsed(words);
  if (![pairs, runs].every((value) => Number.isSafeInteger(value) && value > 0))
    throw new BadArguments('--pairs and --runs must be whole numbers above 0');
  return { pairs, runs };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    const options = /** @type {const} */ ({
      pairs: { type: 'string', default: '2000' },
      runs: { type: 'string', default: '5' },
    });
    const { values } = parseArgs({ args, options });
    return { pairs: Number(values.pairs), runs: Number(values.runs) };
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error));
  }
}
