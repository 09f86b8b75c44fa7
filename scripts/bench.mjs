// `npm run bench [-- NAME [options]]`: measures what docs/guides/benchmarks.md describes.
import { API_USAGE, benchApi } from './bench/api.mjs';
import { AUDIT_USAGE, benchAudit } from './bench/audit.mjs';
import { benchEngine } from './bench/engine.mjs';
import { BadArguments, ENGINE_USAGE } from './bench/engine-arguments.mjs';
import { benchPair, PAIR_USAGE } from './bench/pair.mjs';

/** @type {ReadonlyMap<string, { usage: string, run: (words: string[]) => Promise<void> }>} */
const BENCHES = new Map([
  ['engine', { usage: ENGINE_USAGE, run: benchEngine }],
  ['pair', { usage: PAIR_USAGE, run: benchPair }],
  ['api', { usage: API_USAGE, run: benchApi }],
  ['audit', { usage: AUDIT_USAGE, run: benchAudit }],
]);

const usage = `usage: npm run bench -- NAME [options]\n\n${[...BENCHES.values()]
  .map((bench) => bench.usage)
  .join('\n')}`;

const [name, ...words] = process.argv.slice(2);
const bench = BENCHES.get(name ?? 'engine');
if (name === undefined || !bench) console.log(usage);
if (bench) {
  try {
    await bench.run(words);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`${error.message}\n\n${bench.usage}`);
    process.exitCode = 2;
  }
} else if (name !== '--help') {
  console.error(`no bench is called "${name}"`);
  process.exitCode = 2;
}
