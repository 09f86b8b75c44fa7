// The API's bench: the built API and worker as processes, on an embedded PostgreSQL of their own, asked over HTTP.
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { postmasters } from '../ecosystem/database.mjs';
import { buildApi, createInstallation } from '../servers/installation.mjs';
import { INTERRUPTED, onInterrupt } from '../servers/interruption.mjs';
import { memoryOf, processorSecondsOf, watchMemory } from '../servers/process-figures.mjs';
import { apiReport } from './api-report.mjs';
import { BadArguments } from './engine-arguments.mjs';
import { engineBooks } from './engine-books.mjs';
import { askSteadily } from './open-loop.mjs';
import { startSteadyLoad } from './steady-load.mjs';

/** @typedef {import('../servers/installation.mjs').Spa} Spa */
/** @typedef {import('./engine-books.mjs').BenchBooks} BenchBooks */
/** @typedef {<T>(work: () => Promise<T>) => Promise<{ done: T, times: import('./steady-load.mjs').Times }>} AskedWhile asks for health while it works */

export const API_USAGE = `  api      the built API and worker: single pairs, health under load, a large job from upload to search
    --n N          rewards in the books of the job (default 100000)
    --seconds S    how long single pairs are asked for (default 30)
`;

const PER_SECOND = 50;
const WARM_UP_MS = 5_000;
const POLL_MS = 100;
/** One caller may ask for 1200 pairs a minute. */
const SPAS = 4;
/** Of asking for health while nothing else is done. */
const REST_MS = 10_000;

/** Prints one report. @param {string[]} words */
export async function benchApi(words) {
  const { n, seconds } = readArguments(words);
  say('books and build');
  const books = await engineBooks(n, 'easy');
  await buildApi();
  const installation = await createInstallation({ name: 'bench' });
  onInterrupt(() => void installation.remove().then(() => process.exit(INTERRUPTED)));
  const load = await startSteadyLoad(PER_SECOND);
  try {
    const api = await installation.startApi();
    const worker = await installation.startWorker();
    /** @type {Spa[]} */
    const spas = [];
    for (let made = 0; made < SPAS; made += 1) spas.push(await installation.createSpa(`bench-${made}`));
    say('single pairs');
    const predict = await timePairs(spas, seconds);
    say('health at rest');
    const health = { name: 'health', url: installation.url, path: '/health/quick' };
    /** @type {AskedWhile} */
    const asked = (work) => load.during([health], work);
    const { times: atRest } = await asked(() => sleep(REST_MS));
    say('the large job');
    const [postmaster = 0] = postmasters(installation.folder);
    const pids = { api: api.pid, worker: worker.pid, postmaster };
    const job = await timeJob(/** @type {Spa} */ (spas[0]), books, { pids, asked });
    console.log(
      `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}`,
    );
    const times = { atRest, ...job.health };
    console.log(apiReport({ books, predict, perSecond: PER_SECOND, ...job, health: times }));
  } finally {
    await load.stop();
    await installation.remove();
  }
}

/** The pair of the documentation, over and over. @param {readonly Spa[]} spas @param {number} seconds */
async function timePairs(spas, seconds) {
  const json = {
    reward_transaction: {
      customer_name: 'Emma Johnson',
      service: 'Botox',
      amount: 40,
      date: '2025-03-04',
      program: 'alle',
    },
    pos_transaction: { customer_name: 'JOHNSON, EMMA', service: 'Botox 20u', amount: 40, date: '2025-03-05' },
  };
  const ask = (/** @type {number} */ turn) =>
    /** @type {Spa} */ (spas[turn % spas.length]).call('POST', '/predict', { json });
  await askSteadily({ perSecond: PER_SECOND, until: AbortSignal.timeout(WARM_UP_MS), ask });
  return askSteadily({ perSecond: PER_SECOND, until: AbortSignal.timeout(seconds * 1000), ask });
}

/**
 * Both files up, the job, its first page, a search: one after the other, as a person does it, while another asks for
 * the API's health all the time.
 * @param {Spa} spa @param {BenchBooks} books
 * @param {{ pids: { api: number, worker: number, postmaster: number }, asked: AskedWhile }} around
 */
async function timeJob(spa, books, { pids, asked }) {
  const cpuBefore = processorSeconds(pids);
  const memory = watchMemory([pids.api, pids.worker]);
  const startedAt = performance.now();
  /** @type {{ name: string, ms: number }[]} */
  const steps = [];
  /** @type {<T>(name: string, work: () => Promise<T>) => Promise<T>} */
  const step = async (name, work) => {
    const before = performance.now();
    const done = await work();
    steps.push({ name, ms: performance.now() - before });
    return done;
  };

  const { done: uploads, times: uploading } = await asked(async () => ({
    reward_upload_id: await step('upload rewards', () => upload(spa, 'reward', books.rewards)),
    pos_upload_id: await step('upload POS', () => upload(spa, 'pos', books.pos)),
  }));
  const { done: job, times: running } = await asked(() => step('job', () => runJob(spa, uploads)));
  const results = `/reconcile/jobs/${job.job_id}/results`;
  await step('first page of results', () => spa.call('GET', results));
  const togetherBytes = memory.stop();
  const totalMs = performance.now() - startedAt;
  const cpu = { before: cpuBefore, after: processorSeconds(pids) };

  await step('the page in the middle', () =>
    spa.call('GET', `${results}?page=${Math.ceil(books.rewardCount / 200)}`),
  );
  await step('what waits for review', () => spa.call('GET', `${results}?result=review_required`));
  await step('what is missing', () => spa.call('GET', `${results}?state=MISSING`));
  for (const [name, q] of Object.entries(searchesIn(books)))
    await step(`search by ${name}`, () => spa.call('POST', `${results}/search`, { json: { q } }));
  return {
    steps,
    totalMs,
    engineMs: engineMsOf(job),
    health: { uploading, running },
    memory: {
      api: memoryOf(pids.api).peakBytes,
      worker: memoryOf(pids.worker).peakBytes,
      together: togetherBytes,
    },
    processorSeconds: {
      api: cpu.after.api - cpu.before.api,
      worker: cpu.after.worker - cpu.before.worker,
      database: cpu.after.database - cpu.before.database,
    },
  };
}

/** @param {{ api: number, worker: number, postmaster: number }} pids */
const processorSeconds = ({ api, worker, postmaster }) => ({
  api: processorSecondsOf(api, 'alone'),
  worker: processorSecondsOf(worker, 'alone'),
  database: processorSecondsOf(postmaster, 'with children'),
});

/** The answer holds every transaction; only its beginning is read. @param {Spa} spa @param {'reward' | 'pos'} side @param {string} file */
async function upload(spa, side, file) {
  const { status, text } = await spa.send('POST', `/upload/${side}-transactions`, { file });
  const id = /"upload_id":"([^"]+)"/.exec(text)?.[1];
  if (status !== 200 || !id) throw new Error(`the upload answered ${status}: ${text.slice(0, 1000)}`);
  return id;
}

/** @param {Spa} spa @param {{ reward_upload_id: string, pos_upload_id: string }} json */
async function runJob(spa, json) {
  const { job_id } = await spa.call('POST', '/reconcile/start', { json });
  for (;;) {
    const job = await spa.call('GET', `/reconcile/jobs/${job_id}`);
    if (job.status === 'completed') return job;
    if (!['pending', 'processing'].includes(job.status))
      throw new Error(`the job has ${job.status}: ${job.errors}`);
    await sleep(POLL_MS);
  }
}

/** @param {{ performance_metrics: { stages: { duration_ms: number }[] } }} job */
const engineMsOf = ({ performance_metrics }) =>
  performance_metrics.stages.reduce((sum, { duration_ms }) => sum + duration_ms, 0);

/** What a person would look for, out of a row in the middle of the rewards. @param {BenchBooks} books */
function searchesIn({ rewards }) {
  const lines = readFileSync(rewards, 'utf8').split('\n');
  const columns = lines[0]?.split(',') ?? [];
  const rows = lines.slice(Math.floor(lines.length / 2));
  /** @param {string} column */
  const someOf = (column) => {
    const index = columns.indexOf(column);
    const value = rows.map((row) => row.split(',')[index]).find((cell) => cell && !cell.includes('"'));
    if (!value) throw new Error(`the books have no ${column}`);
    return value;
  };
  return {
    'full name': someOf('customer_name'),
    surname: someOf('customer_name').split(' ').at(-1),
    'transaction id': someOf('transaction_id'),
    service: someOf('service'),
  };
}

/** @param {string[]} words */
function readArguments(words) {
  const options = /** @type {const} */ ({
    n: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '30' },
  });
  let values;
  try {
    ({ values } = parseArgs({ args: words, options }));
  } catch (error) {
    throw new BadArguments(/** @type {Error} */ (error).message);
  }
  const [n, seconds] = [Number(values.n), Number(values.seconds)];
  if (![n, seconds].every((value) => Number.isSafeInteger(value) && value > 0))
    throw new BadArguments('--n and --seconds must be whole numbers above 0');
  return { n, seconds };
}

/** Progress goes beside the report, not into it. @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);
