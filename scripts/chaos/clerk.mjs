// A person at work: uploads files, starts jobs, decides and writes notes, and keeps a history of what was acknowledged.
import { setTimeout as sleep } from 'node:timers/promises';
import { insist, isTransient, noTroubles } from './insist.mjs';

/** @typedef {import('../servers/installation.mjs').Spa} Spa */
/** @typedef {import('./books.mjs').Book} Book */

/**
 * @typedef {object} History of one organization
 * @property {{ filename: string, rows: number, uploadId: string | undefined }[]} uploads  without an id: no answer came
 * @property {{ jobId: string, book: Book }[]} jobs
 * @property {{ jobId: string, resultId: string, verdict: string }[]} decisions
 * @property {{ jobId: string, resultId: string, text: string }[]} notes
 * @property {number} tooLate  decisions refused because a later run had the row by then
 * @property {string[]} refusals  answers that nobody should get who does what a clerk does
 * @property {import('./insist.mjs').Troubles} troubles
 */

/** A list of files shows 500 at most, and every job has two; some are uploaded again. */
const MAX_JOBS = 200;
/** People decide in what ran lately: a later run over the same files has the rows of an earlier one. */
const RECENT_JOBS = 4;
/** Between two rounds: several clerks on two cores. */
const PAUSE_MS = 1_500;

/**
 * Works until `over`; what was begun then is brought to its end.
 * @param {Spa} spa
 * @param {readonly Book[]} books
 * @param {() => number} random
 * @param {AbortSignal} over
 * @returns {Promise<History>}
 */
export async function workAsClerk(spa, books, random, over) {
  /** @type {History} */
  const history = {
    uploads: [],
    jobs: [],
    decisions: [],
    notes: [],
    tooLate: 0,
    refusals: [],
    troubles: noTroubles(),
  };
  for (let round = 0; !over.aborted; round += 1) {
    try {
      if (history.jobs.length < MAX_JOBS) await reconcileOnce(spa, books, random, history, round);
      await reviewOnce(spa, random, history, round);
    } catch (error) {
      history.refusals.push(String(error));
    }
    await sleep(PAUSE_MS * random());
  }
  return history;
}

/** @param {Spa} spa @param {readonly Book[]} books @param {() => number} random @param {History} history @param {number} round */
async function reconcileOnce(spa, books, random, history, round) {
  const book = /** @type {Book} */ (books[Math.floor(random() * books.length)]);
  const json = {
    reward_upload_id: await uploadOnce(spa, 'reward', book, history, round),
    pos_upload_id: await uploadOnce(spa, 'pos', book, history, round),
  };
  const headers = { 'Idempotency-Key': `${spa.name}-job-${round}` };
  const started = await insist(history.troubles, () =>
    spa.call('POST', '/reconcile/start', { json, headers }),
  );
  history.jobs.push({ jobId: started.job_id, book });
}

/**
 * An upload has no key: one that got no answer is sent again under another name, and may then be there twice.
 * @param {Spa} spa @param {'reward' | 'pos'} side @param {Book} book @param {History} history @param {number} round
 * @returns {Promise<string>} the id of the one that was acknowledged
 */
async function uploadOnce(spa, side, book, history, round) {
  const { path, rows } = book.files[side];
  for (let attempt = 1; ; attempt += 1) {
    const filename = `${side}-${round}-${attempt}.csv`;
    /** @type {History['uploads'][number]} */
    const upload = { filename, rows, uploadId: undefined };
    history.uploads.push(upload);
    try {
      const answer = await spa.call('POST', `/upload/${side}-transactions`, { file: path, filename });
      upload.uploadId = answer.upload_id;
      return answer.upload_id;
    } catch (error) {
      if (!isTransient(error, history.troubles)) throw error;
      await sleep(PAUSE_MS / 10);
    }
  }
}

/** One decision and one note about a job that has completed. @param {Spa} spa @param {() => number} random @param {History} history @param {number} round */
async function reviewOnce(spa, random, history, round) {
  const recent = history.jobs.slice(-RECENT_JOBS);
  const job = recent[Math.floor(random() * recent.length)];
  if (!job) return;
  const page = 1 + Math.floor(random() * 5);
  const results = `/reconcile/jobs/${job.jobId}/results`;
  const { results: rows } = await insist(history.troubles, () =>
    spa.call('GET', `${results}?limit=20&page=${page}`),
  );
  const open = rows.find(
    (/** @type {any} */ row) => !row.decision && row.reward_transaction && row.pos_transactions.length > 0,
  );
  if (!open) return;
  const { jobId } = job;
  const resultId = open.result_id;
  const verdict = random() < 0.5 ? 'approved' : 'rejected';
  try {
    await insist(history.troubles, () =>
      spa.call('POST', `${results}/${resultId}/decision`, {
        json: { verdict },
        headers: { 'Idempotency-Key': `${spa.name}-decision-${round}` },
      }),
    );
  } catch (error) {
    if (!String(error).includes('decision.superseded')) throw error;
    history.tooLate += 1;
    return;
  }
  history.decisions.push({ jobId, resultId, verdict });
  const text = `note of round ${round}`;
  await insist(history.troubles, () =>
    spa.call('POST', `${results}/${resultId}/notes`, {
      json: { text },
      headers: { 'Idempotency-Key': `${spa.name}-note-${round}` },
    }),
  );
  history.notes.push({ jobId, resultId, text });
}
