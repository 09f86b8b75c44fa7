// The engine's bench: the command line and the baseline in turns on the same books, each as a whole process.
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readEngineArguments } from './engine-arguments.mjs';
import { engineBooks } from './engine-books.mjs';
import { engineReport, growthReport } from './engine-report.mjs';
import { measureProcess } from './measure-process.mjs';

/** @typedef {import('./engine-books.mjs').BenchBooks} BenchBooks */
/** @typedef {import('./engine-report.mjs').Pair} Pair */
/** @typedef {import('./engine-report.mjs').Score} Score */

const BASELINE = fileURLToPath(new URL('./baseline.mjs', import.meta.url));
const SCORE_MATCHES = fileURLToPath(new URL('./score-matches.mjs', import.meta.url));
const COMMAND_LINE = 'apps/cli/launch.cjs';

/** The cut at which matches are judged, for both. The baseline's weights put it at 0. */
const THRESHOLD = '0.5';

/** DuckDB holds all pairs of a rule at once: a million rewards take it minutes and some 7 GB. */
const BASELINE_TIMEOUT_MS = 15 * 60_000;

/** Prints one report for each size. @param {string[]} words */
export async function benchEngine(words) {
  const { sizes, runs, difficulty } = readEngineArguments(words);
  /** @type {import('./engine-report.mjs').SizeCost[]} */
  const sizeCosts = [];
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
  for (const [index, size] of sizes.entries()) {
    say(`${size} rewards: books`);
    const books = await engineBooks(size, difficulty);
    // Unmeasured: fills the disk's cache and bundles the command where a source has changed.
    if (index === 0) await runPair(books);
    /** @type {Pair[]} */
    const pairs = [];
    for (let run = 1; run <= runs; run++) {
      say(`${size} rewards: run ${run} of ${runs}`);
      pairs.push(await runPair(books));
    }
    const scores = {
      ours: await scoreOf(oursIn(books), books),
      baseline: pairs.every(({ baseline }) => baseline) ? await scoreOf(baselineIn(books), books) : undefined,
    };
    console.log(engineReport(books, pairs, scores));
    sizeCosts.push({ rewards: size, costs: pairs.map(({ ours }) => ours) });
  }
  if (sizeCosts.length > 1) console.log(growthReport(sizeCosts));
}

/**
 * Ours, then the baseline, so that whatever else the machine does falls on both.
 * @param {BenchBooks} books
 * @returns {Promise<Pair>}
 */
async function runPair(books) {
  const files = ['--rewards', books.rewards, '--pos', books.pos, '--out', oursIn(books)];
  const options = ['--threshold', THRESHOLD, '--stages'];
  const ours = await measureProcess([COMMAND_LINE, ...files, ...options]);
  return { ours: { ...ours, stages: stagesOf(ours.stderr) }, baseline: await runBaseline(books) };
}

/**
 * Undefined when it did not finish, for time or memory; standard error has said why.
 * @param {BenchBooks} books
 */
async function runBaseline(books) {
  try {
    return await measureProcess([BASELINE, books.rewards, books.pos, baselineIn(books)], BASELINE_TIMEOUT_MS);
  } catch (error) {
    const minutes = BASELINE_TIMEOUT_MS / 60_000;
    say(`the baseline did not finish (it has ${minutes} minutes and this machine's memory):\n${error}`);
    return undefined;
  }
}

/**
 * The last line of the command's standard error.
 * @param {string} stderr
 * @returns {import('./engine-report.mjs').StageTime[]}
 */
const stagesOf = (stderr) => JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '').stages;

/** @param {string} matches @param {BenchBooks} books @returns {Promise<Score>} */
async function scoreOf(matches, books) {
  const { stdout } = await promisify(execFile)(process.execPath, [SCORE_MATCHES, matches, books.truth]);
  return JSON.parse(stdout);
}

/** @param {BenchBooks} books */
const oursIn = (books) => path.join(books.folder, 'matches-ours.csv');
/** @param {BenchBooks} books */
const baselineIn = (books) => path.join(books.folder, 'matches-baseline.csv');

/** Progress goes beside the report, not into it. @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);
