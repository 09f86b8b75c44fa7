// People and kills at the same time: starts the product, lets clerks work in it while the API and the worker are killed in
// turns, and has the outcome verified.
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApi, createInstallation } from '../servers/installation.mjs';
import { onInterrupt } from '../servers/interruption.mjs';
import { knownBooks } from './books.mjs';
import { workAsClerk } from './clerk.mjs';
import { randomFrom } from './random.mjs';
import { chaosReport } from './report.mjs';
import { verify } from './verify.mjs';

/** @typedef {import('../servers/installation.mjs').Installation} Installation */
/** @typedef {import('../servers/installation.mjs').Spa} Spa */

const CLERKS = 4;
/** Between a process that is ready again and the next kill. */
const MAX_CALM_MS = 2_500;
const KILLS_PER_LINE = 20;

/**
 * @param {{ kills: number, seed: number }} options
 * @returns {Promise<boolean>} whether nothing acknowledged was lost, doubled or wrong
 */
export async function mingle({ kills, seed }) {
  say(`seed ${seed}; building`);
  await buildApi();
  const installation = await createInstallation({ name: 'chaos' });
  const startedAt = performance.now();
  try {
    const processes = { api: await installation.startApi(), worker: await installation.startWorker() };
    const books = await knownBooks(await installation.createSpa('calm'));
    /** @type {Spa[]} */
    const spas = [];
    for (let made = 0; made < CLERKS; made += 1) spas.push(await installation.createSpa(`spa-${made}`));

    const over = new AbortController();
    const work = spas.map((spa, index) => workAsClerk(spa, books, randomFrom(seed + 1 + index), over.signal));
    const enough = new AbortController();
    const takeBack = onInterrupt(() => enough.abort());
    const killed = await killInTurns(installation, processes, kills, randomFrom(seed), enough.signal);
    takeBack();
    over.abort();
    const histories = await Promise.all(work);
    say('verifying');
    const verdicts = await Promise.all(
      histories.map((history, index) => verify(/** @type {Spa} */ (spas[index]), history)),
    );
    const minutes = (performance.now() - startedAt) / 60_000;
    const { text, isWhole } = chaosReport({ kills: killed, seed, minutes, histories, verdicts });
    console.log(text);
    return isWhole;
  } finally {
    await installation.remove();
  }
}

/**
 * @param {Installation} installation
 * @param {Record<'api' | 'worker', import('../servers/server-process.mjs').Server>} processes
 * @param {number} kills
 * @param {() => number} random
 * @param {AbortSignal} enough  an interruption ends the kills, and what they did is verified all the same
 * @returns {Promise<number>} how many there were
 */
async function killInTurns(installation, processes, kills, random, enough) {
  let killed = 0;
  while (killed < kills && !enough.aborted) {
    await sleep(MAX_CALM_MS * random());
    killed += 1;
    const victim = killed % 2 === 1 ? 'api' : 'worker';
    await processes[victim].kill();
    processes[victim] = victim === 'api' ? await installation.startApi() : await installation.startWorker();
    if (killed % KILLS_PER_LINE === 0) say(`${killed} of ${kills} kills`);
  }
  return killed;
}

/** Progress goes beside the report, not into it. @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);
