// `npm run chaos -- --kills 200`: kills the API and the worker again and again while people work, then looks whether
// anything they were told was done is missing, or there twice. docs/guides/proofs.md describes it.
import { parseArgs } from 'node:util';
import { mingle } from './chaos/mingle.mjs';

const USAGE = `usage: npm run chaos [-- options]
  --kills N   how often a process is killed, the API and the worker in turns (default 200)
  --seed S    of the moments of the kills and of what people do (default: drawn, and printed)
`;

const MAX_SEED = 2 ** 31;

/** @param {string[]} args */
function readArguments(args) {
  const options = /** @type {const} */ ({
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * MAX_SEED)) },
  });
  const { values } = parseArgs({ args, options });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('--kills must be a whole number above 0');
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed must be a whole number');
  return { kills, seed };
}

try {
  const { kills, seed } = readArguments(process.argv.slice(2));
  const isWhole = await mingle({ kills, seed });
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 2;
}
