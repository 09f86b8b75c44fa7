// Runs a bundle with the code V8 compiled for it in an earlier run: compiling anew would cost a small job a tenth of its time.
'use strict';
const { readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/** Where the code lies: beside the bundle, which it goes with. @param {string} bundle */
const cacheOf = (bundle) => `${bundle}.cache`;

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** @param {string} file @returns {number | undefined} */
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.ctimeMs;

/**
 * Runs the CommonJS file `bundle`, in which `import()` does not work. Without usable code of an earlier run, the code of this one is kept when `isWorthKeeping`
 * says so at its end: by then it has all functions that were called.
 * @param {string} bundle absolute
 * @param {() => boolean} isWorthKeeping
 */
function runCached(bundle, isWorthKeeping) {
  const madeAt = changedAt(bundle);
  const cachedData = contentOf(cacheOf(bundle));
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`;
  const script = new vm.Script(source, {
    filename: bundle,
    cachedData,
  });
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', () => {
      // V8 knows code by the length of its source only: that of a bundle made anew meanwhile must not lie beside it.
      if (isWorthKeeping() && changedAt(bundle) === madeAt) keep(cacheOf(bundle), script.createCachedData());
    });
  }
  const bundled = { exports: {} };
  script.runInThisContext()(bundled.exports, createRequire(bundle), bundled, bundle, path.dirname(bundle));
}

/** Whole or not at all; a folder that cannot be written to costs the next run time, and nothing else. @param {string} file @param {Buffer} code */
function keep(file, code) {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
  } catch {}
}

module.exports = { cacheOf, runCached };
