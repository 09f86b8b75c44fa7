// What the API's bench prints: Markdown, each figure beside the bar it is held to.
import { percentile } from './open-loop.mjs';

const BYTES_PER_MB = 1_048_576;

/** Of the product, on two cores. */
const BARS = {
  predictP50Ms: 5,
  predictP99Ms: 25,
  healthP99Ms: 10,
  totalMs: 60_000,
  bytes: 1.5 * 1024 * BYTES_PER_MB,
};

/** @typedef {Record<string, readonly number[]>} Asked  of the API, `health`, and of a server that does nothing, `control` */

/**
 * @param {object} measured
 * @param {{ rewardCount: number, posCount: number }} measured.books
 * @param {readonly number[]} measured.predict  milliseconds, sorted
 * @param {number} measured.perSecond
 * @param {{ atRest: Asked, uploading: Asked, running: Asked }} measured.health  milliseconds, sorted
 * @param {readonly { name: string, ms: number }[]} measured.steps
 * @param {number} measured.totalMs   from the first byte of the first file to the first page of results
 * @param {number} measured.engineMs  of it, in the stages of the engine
 * @param {{ api: number, worker: number, together: number }} measured.memory  bytes
 * @param {{ api: number, worker: number, database: number }} measured.processorSeconds
 */
export function apiReport({
  books,
  predict,
  perSecond,
  health,
  steps,
  totalMs,
  engineMs,
  memory,
  processorSeconds,
}) {
  const rows = `${count(books.rewardCount)} rewards × ${count(books.posCount)} POS rows`;
  const outside = 1 - engineMs / totalMs;
  return `
| | measured | bar | |
|---|---|---|---|
${held(`one pair, ${perSecond} requests/s, p50 of ${count(predict.length)}`, percentile(predict, 0.5), BARS.predictP50Ms, ms)}
${held('one pair, p99', percentile(predict, 0.99), BARS.predictP99Ms, ms)}
${heldHealth('while the job runs', health.running)}
${heldHealth('while files come in', health.uploading)}
${held(`${rows}: uploaded, sealed, matched, stored, first page`, totalMs, BARS.totalMs, seconds)}
${held('peak memory, API and worker together', memory.together, BARS.bytes, megabytes)}
| peak memory, API alone | ${megabytes(memory.api)} | | |
| peak memory, worker alone | ${megabytes(memory.worker)} | | |
| time outside the engine | ${Math.round(outside * 100)} % (${seconds(totalMs - engineMs)} of ${seconds(totalMs)}) | | |

| /health/quick, ${perSecond} requests/s | API p50 | API p99 | control p50 | control p99 | p99 API / control |
|---|---|---|---|---|---|
${besideControl('at rest', health.atRest)}
${besideControl('while files come in', health.uploading)}
${besideControl('while the job runs', health.running)}

| step | seconds |
|---|---|
${steps.map(({ name, ms }) => `| ${name} | ${(ms / 1000).toFixed(2)} |`).join('\n')}

| processor of the large job | seconds |
|---|---|
| API | ${processorSeconds.api.toFixed(1)} |
| worker | ${processorSeconds.worker.toFixed(1)} |
| PostgreSQL | ${processorSeconds.database.toFixed(1)} |
`;
}

/** @param {string} what @param {number} value @param {number} bar @param {(value: number) => string} words */
const held = (what, value, bar, words) =>
  `| ${what} | ${words(value)} | < ${words(bar)} | ${value < bar ? 'met' : 'missed'} |`;

/** @param {string} when @param {Asked} asked */
const heldHealth = (when, { health = [] }) =>
  held(
    `/health/quick ${when}, p99 of ${count(health.length)}`,
    percentile(health, 0.99),
    BARS.healthP99Ms,
    ms,
  );

/** What the API adds to what any answer costs at that moment. @param {string} when @param {Asked} asked */
function besideControl(when, { health = [], control = [] }) {
  const [api, bare] = [percentile(health, 0.99), percentile(control, 0.99)];
  const p50s = [health, control].map((times) => ms(percentile(times, 0.5)));
  return `| ${when} | ${p50s[0]} | ${ms(api)} | ${p50s[1]} | ${ms(bare)} | ${(api / bare).toFixed(1)} |`;
}

/** @param {number} value */
const ms = (value) => `${value.toFixed(1)} ms`;
/** @param {number} value milliseconds */
const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
/** @param {number} bytes */
const megabytes = (bytes) => `${count(Math.round(bytes / BYTES_PER_MB))} MB`;
/** @param {number} value */
const count = (value) => value.toLocaleString('en-US');
