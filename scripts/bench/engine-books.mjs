// The books of the engine's bench, made once for each size and kept under .local/bench/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureProcess } from './measure-process.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = path.join(ROOT, '.local/bench');
const MAKE_BOOKS = fileURLToPath(new URL('./make-books.mjs', import.meta.url));

/** The same density at every size, so that sizes compare: a larger book covers more days. */
const REWARDS_PER_DAY = 250;
const LAST_DAY = '2025-12-31';
const MS_PER_DAY = 86_400_000;

/** A seed and a half of the vocabulary that neither the model nor the baseline's weights were made on. */
const SHAPE = { seed: 77, process: 'front-desk', difficulty: 'easy', columns: 'full', namePool: 'b' };

/**
 * @typedef {{ folder: string, rewards: string, pos: string, truth: string, days: number, rewardCount: number, posCount: number }} BenchBooks
 *   paths of the folder and its files, and how large they are
 */

/**
 * @param {number} rewards
 * @param {import('./engine-arguments.mjs').Difficulty} difficulty
 * @returns {Promise<BenchBooks>}
 */
export async function engineBooks(rewards, difficulty) {
  const days = Math.ceil(rewards / REWARDS_PER_DAY);
  const from = new Date(Date.parse(LAST_DAY) - days * MS_PER_DAY).toISOString().slice(0, 10);
  const options = JSON.stringify({ ...SHAPE, difficulty, rewards, days, from });
  const prefix = `engine-${difficulty === 'easy' ? '' : `${difficulty}-`}${rewards}-`;
  const folder = path.join(CACHE, prefix + fingerprint(options));
  if (!existsSync(folder)) {
    forget(prefix);
    await make(folder, options);
  }
  const file = (/** @type {string} */ name) => path.join(folder, name);
  const counts = JSON.parse(readFileSync(file('counts.json'), 'utf8'));
  return {
    folder,
    rewards: file('rewards.csv'),
    pos: file('pos.csv'),
    truth: file('truth.csv'),
    days,
    ...counts,
  };
}

/** Changes with the options and with every source the rows come from. @param {string} options */
function fingerprint(options) {
  const hash = createHash('sha256').update(options).update(readFileSync(MAKE_BOOKS));
  const sources = path.join(ROOT, 'packages/test-kit/src');
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(path.join(sources, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Books of this size that an older generator made. @param {string} prefix */
function forget(prefix) {
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith(prefix)) rmSync(path.join(CACHE, name), { recursive: true });
  }
}

/** Under its own name only when it is whole. @param {string} folder @param {string} options */
async function make(folder, options) {
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished);
  await measureProcess(['--import', 'tsx', MAKE_BOOKS, unfinished, options]);
  renameSync(unfinished, folder);
}
