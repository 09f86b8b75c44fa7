// After the kills: whether the product says what the histories say, no less and nothing twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { allResults, rowAsText } from './books.mjs';

/** @typedef {import('../servers/installation.mjs').Spa} Spa */
/** @typedef {import('./clerk.mjs').History} History */
/** @typedef {{ acknowledged: number, lost: number, doubled: number, wrong: number }} Tally */

/**
 * @typedef {object} Verdict of one organization
 * @property {Record<'uploads' | 'jobs' | 'decisions' | 'notes' | 'audit events', Tally>} tallies
 * @property {number} startedAgain  jobs that had failed because their worker died too often, and were started again
 * @property {number} unanswered    uploads that got no answer and are there nevertheless, whole
 * @property {number} carried       decisions that later jobs took over
 * @property {boolean} isAuditIntact
 */

const POLL_MS = 500;
/** The list of files, and the history of jobs, show as many. */
const LISTED = 500;
const IS_WAITING = new Set(['pending', 'processing']);

/** @param {Spa} spa @param {History} history @returns {Promise<Verdict>} */
export async function verify(spa, history) {
  const startedAgain = await settle(spa);
  const { tally: uploads, unanswered, listed } = await judgeUploads(spa, history);
  const { tally: jobs, details } = await judgeJobs(spa, history);
  const { tally: decisions, carried } = judgeDecisions(details, history);
  const notes = judgeNotes(details, history);
  const events = await judgeEvents(spa, {
    'upload.created': listed,
    'job.started': jobs.acknowledged,
    'job.completed': jobs.acknowledged,
    'decision.made': decisions.acknowledged,
    'note.written': notes.acknowledged,
  });
  const { intact } = await spa.call('GET', '/audit/verify');
  return {
    tallies: { uploads, jobs, decisions, notes, 'audit events': events },
    startedAgain,
    unanswered,
    carried,
    isAuditIntact: intact,
  };
}

/** Until no job waits or runs any more. One that failed is started again, as its message asks for. @param {Spa} spa */
async function settle(spa) {
  let startedAgain = 0;
  for (;;) {
    const { jobs } = await spa.call('GET', `/reconcile/history?limit=${LISTED}`);
    const failed = jobs.filter((/** @type {any} */ { status }) => status === 'failed');
    for (const { job_id } of failed) await spa.call('POST', `/reconcile/jobs/${job_id}/retry`);
    startedAgain += failed.length;
    if (failed.length === 0 && !jobs.some((/** @type {any} */ { status }) => IS_WAITING.has(status)))
      return startedAgain;
    await sleep(POLL_MS);
  }
}

/** @param {Spa} spa @param {History} history */
async function judgeUploads(spa, history) {
  const { uploads } = await spa.call('GET', `/uploads?limit=${LISTED}`);
  const tally = empty();
  let unanswered = 0;
  for (const { filename, rows, uploadId } of history.uploads) {
    const there = uploads.filter((/** @type {any} */ upload) => upload.filename === filename);
    if (uploadId) tally.acknowledged += 1;
    if (uploadId && there.length === 0) tally.lost += 1;
    if (there.length > 1) tally.doubled += there.length - 1;
    if (!uploadId) unanswered += there.length;
    const isAsSent = (/** @type {any} */ upload) =>
      upload.transactions_count === rows && (!uploadId || upload.upload_id === uploadId);
    if (!there.every(isAsSent)) tally.wrong += 1;
  }
  return { tally, unanswered, listed: uploads.length };
}

/** @param {Spa} spa @param {History} history */
async function judgeJobs(spa, history) {
  const { jobs } = await spa.call('GET', `/reconcile/history?limit=${LISTED}`);
  const tally = { ...empty(), acknowledged: history.jobs.length };
  const there = new Map(jobs.map((/** @type {any} */ job) => [job.job_id, job.status]));
  const known = new Set(history.jobs.map(({ jobId }) => jobId));
  // Every start was sent until it was acknowledged: a job nobody was told of is a second one for the same key.
  tally.doubled = [...there.keys()].filter((id) => !known.has(id)).length + history.jobs.length - known.size;
  /** @type {Map<string, any>} */
  const details = new Map();
  for (const { jobId, book } of history.jobs) {
    if (there.get(jobId) !== 'completed') {
      tally.lost += 1;
      continue;
    }
    const rows = asTheRunLeftThem(await allResults(spa, jobId));
    for (const row of rows) details.set(row.result_id, { ...row, jobId });
    const isAsKnown = (/** @type {any} */ row, /** @type {number} */ place) =>
      rowAsText(row) === book.rows[place];
    if (rows.length > book.rows.length) tally.doubled += 1;
    else if (rows.length < book.rows.length || !rows.every(isAsKnown)) tally.wrong += 1;
  }
  return { tally, details };
}

/** Without the rows of sales that a person took from their rewards: no run made these. @param {any[]} rows */
function asTheRunLeftThem(rows) {
  const rejected = rows.filter(({ decision }) => decision?.verdict === 'rejected');
  const released = new Set(rejected.flatMap(({ pos_transactions }) => pos_transactions.map(idOf)));
  return rows.filter((row) => row.reward_transaction || !released.has(idOf(row.pos_transactions[0])));
}

/** @param {any} transaction */
const idOf = ({ transaction_id }) => transaction_id;

/**
 * A later job about the same rows takes decisions over and says from which job: those are no second ones, and must say the
 * same.
 * @param {Map<string, any>} details @param {History} history
 */
function judgeDecisions(details, history) {
  const tally = { ...empty(), acknowledged: history.decisions.length };
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { jobId, resultId, verdict } of history.decisions) {
    const row = details.get(resultId);
    made.set(`${jobId} ${row?.reward_transaction.transaction_id}`, verdict);
    if (!row?.decision) tally.lost += 1;
    else if (row.decision.verdict !== verdict) tally.wrong += 1;
  }
  const standing = [...details.values()].filter(({ decision }) => decision);
  const carried = standing.filter(({ decision }) => decision.carried_from_job_id !== null);
  for (const { decision, reward_transaction } of carried) {
    const origin = `${decision.carried_from_job_id} ${reward_transaction.transaction_id}`;
    if (made.get(origin) !== decision.verdict) tally.wrong += 1;
  }
  tally.doubled = Math.max(0, standing.length - carried.length - history.decisions.length);
  return { tally, carried: carried.length };
}

/** @param {Map<string, any>} details @param {History} history */
function judgeNotes(details, history) {
  const tally = { ...empty(), acknowledged: history.notes.length };
  for (const { resultId, text } of history.notes) {
    const count =
      details.get(resultId)?.notes.filter((/** @type {any} */ note) => note.text === text).length ?? 0;
    if (count === 0) tally.lost += 1;
    if (count > 1) tally.doubled += count - 1;
  }
  const written = [...details.values()].reduce((sum, { notes }) => sum + notes.length, 0);
  tally.wrong = Math.max(0, written - history.notes.length - tally.doubled);
  return tally;
}

/** What was done is in the log as often as it was done. @param {Spa} spa @param {Record<string, number>} expected */
async function judgeEvents(spa, expected) {
  const tally = empty();
  for (const [action, count] of Object.entries(expected)) {
    const { total_events } = await spa.call('GET', `/audit?limit=1&action=${action}`);
    tally.acknowledged += count;
    tally.lost += Math.max(0, count - total_events);
    tally.doubled += Math.max(0, total_events - count);
  }
  return tally;
}

/** @returns {Tally} */
const empty = () => ({ acknowledged: 0, lost: 0, doubled: 0, wrong: 0 });
