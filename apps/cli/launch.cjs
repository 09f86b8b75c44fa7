// What `npm run reconcile` starts: the bundle of src/, made anew first when a source has changed. CommonJS, because
// starting Node's loader of ES modules would cost as much as the whole check.
'use strict';
const path = require('node:path');
const { isFresh } = require('./freshness.cjs');

const ENTRY = path.join(__dirname, 'src/main.ts');
const FOLDER = path.join(__dirname, 'dist');

const run = () => require(path.join(FOLDER, 'main.cjs'));

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

if (isFresh(FOLDER)) run();
else buildAndRun();
