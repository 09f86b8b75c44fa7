// Whether a bundle is what its sources would make now. CommonJS like its one hurried caller, `launch.cjs`.
'use strict';
const { readFileSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** What a bundle was made of, beside it: `[path relative to the bundle's folder, size, time of the last change][]`. */
const RECORD = 'made-of.json';

/** Clocks of file systems tick every few milliseconds: a change this close to a moment may be on either side of it. */
const TICK_MS = 50;

/** @param {string} file @returns {[size: number, changedAt: number] | undefined} undefined when there is no such file */
function stateOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  // Not the time of modification: tools that copy or unpack set that one back.
  return stats && [stats.size, stats.ctimeMs];
}

/**
 * Notes the files a bundle in `folder` was made of. When one of them changed since `startedAt` (milliseconds since 1970),
 * nobody knows which of its states was read: then nothing is noted, and the next run builds again.
 * @param {string} folder
 * @param {readonly string[]} files absolute
 * @param {number} startedAt
 */
function recordSources(folder, files, startedAt) {
  const sources = [];
  for (const file of files) {
    const state = stateOf(file);
    if (!state || state[1] > startedAt - TICK_MS) return;
    sources.push([path.relative(folder, file), ...state]);
  }
  writeFileSync(path.join(folder, RECORD), JSON.stringify(sources));
}

/** Whether `folder` holds a bundle, and every file it was made of is as it was then. @param {string} folder */
function isFresh(folder) {
  let sources;
  try {
    sources = JSON.parse(readFileSync(path.join(folder, RECORD), 'utf8'));
  } catch {
    return false;
  }
  for (const [file, size, changedAt] of sources) {
    // Not `path.join`: tidying hundreds of paths takes longer than asking the disk about them.
    const state = stateOf(`${folder}${path.sep}${file}`);
    if (!state || state[0] !== size || state[1] !== changedAt) return false;
  }
  return true;
}

module.exports = { RECORD, isFresh, recordSources };
