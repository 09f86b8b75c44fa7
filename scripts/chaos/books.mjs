// What people reconcile while processes die: a small pair of books, done in a moment, and a larger one that a kill meets
// at work. What a job must find in them is what it finds while nothing is killed: the two have no row in common, and refunds are in
// one of them only, so that a run over one takes no sale from the other.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { engineBooks } from '../bench/engine-books.mjs';

/** @typedef {import('../servers/installation.mjs').Spa} Spa */
/** @typedef {{ files: Record<'reward' | 'pos', { path: string, rows: number }>, rows: string[] }} Book `rows`: the results of a job, as text */

const SIZES = [100, 1500];
const POLL_MS = 100;
const PAGE_ROWS = 1000;

/** @param {Spa} spa with whom nothing happens @returns {Promise<Book[]>} */
export async function knownBooks(spa) {
  /** @type {Book[]} */
  const known = [];
  for (const size of SIZES) {
    const books = await engineBooks(size, 'easy');
    const files = { reward: withOwnRows(books.rewards, size), pos: withOwnRows(books.pos, size) };
    const upload = async (/** @type {'reward' | 'pos'} */ side) =>
      (await spa.call('POST', `/upload/${side}-transactions`, { file: files[side].path })).upload_id;
    const json = { reward_upload_id: await upload('reward'), pos_upload_id: await upload('pos') };
    const { job_id } = await spa.call('POST', '/reconcile/start', { json });
    while ((await spa.call('GET', `/reconcile/jobs/${job_id}`)).status !== 'completed') await sleep(POLL_MS);
    known.push({ files, rows: (await allResults(spa, job_id)).map(rowAsText) });
  }
  return known;
}

/**
 * Books of different sizes give some rows the same ids, and a refund takes a sale back whichever file brought either.
 * @param {string} file @param {number} size of the book @returns {{ path: string, rows: number }} a copy with ids of its own
 */
function withOwnRows(file, size) {
  const lines = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const kept = lines.filter((line) => size === Math.max(...SIZES) || !/,(refund|void)\b/.test(line));
  const path = file.replace(/\.csv$/, '-with-own-rows.csv');
  writeFileSync(path, kept.join('\n').replace(/^[RP]-/gm, `$&${size}-`));
  return { path, rows: kept.length - 1 };
}

/** @param {Spa} spa @param {string} jobId @returns {Promise<any[]>} */
export async function allResults(spa, jobId) {
  /** @type {any[]} */
  const rows = [];
  for (let page = 1; ; page += 1) {
    const answer = await spa.call('GET', `/reconcile/jobs/${jobId}/results?page=${page}&limit=${PAGE_ROWS}`);
    rows.push(...answer.results);
    if (page * PAGE_ROWS >= answer.total_results) return rows;
  }
}

/** What a run found, without the ids that every run makes anew. @param {any} row */
export const rowAsText = ({
  result,
  match_probability,
  reward_transaction,
  pos_transactions,
  reason_codes,
}) =>
  JSON.stringify([
    result,
    match_probability,
    reward_transaction?.transaction_id,
    pos_transactions.map((/** @type {any} */ { transaction_id }) => transaction_id),
    reason_codes,
  ]);
