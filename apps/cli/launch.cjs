// What `npm run reconcile` starts: the bundle of src/, made anew first when a source has changed. CommonJS, because
// starting Node's loader of ES modules would cost as much as the whole check.
'use strict';
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runCached } = require('./code-cache.cjs');
const { isFresh } = require('./freshness.cjs');

const ENTRY = path.join(__dirname, 'src/main.ts');
const FOLDER = path.join(__dirname, 'dist');

/**
 * A run is short: left alone, V8 spends much of a small one on optimizing what is hardly called again, and what is called often waits in line behind it.
 * So everything is compiled plainly at once, optimized is only what has run some two times as long as V8 would otherwise ask for, and optimizing is made
 * cheap: little is inlined, and no loop's first round is compiled apart. Asking for more gained nothing by the clock.
 */
const COMPILE_LESS = [
  '--always-sparkplug',
  '--interrupt-budget=150000',
  '--max-inlined-bytecode-size-cumulative=250',
  '--no-turbo-loop-peeling',
];

/** Functions that are called once, at the start, belong to the code that is kept for the next run. */
const KEEP_COMPILED = '--no-flush-bytecode';

/** A run that failed, or only told how it is done, has called too little of the program. */
const isWorthKeeping = () => !process.exitCode && !process.argv.includes('--help');

const run = () => runCached(path.join(FOLDER, 'main.cjs'), isWorthKeeping);

async function buildAndRun() {
  const { bundle } = await import('./build.mjs');
  try {
    await bundle(ENTRY, FOLDER);
  } catch (error) {
    // The words of the compiler, or of the disk.
    process.stderr.write(`The command cannot be built: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
    return;
  }
  run();
}

for (const flag of [...COMPILE_LESS, KEEP_COMPILED]) setFlagsFromString(flag);
if (isFresh(FOLDER)) run();
else buildAndRun();
