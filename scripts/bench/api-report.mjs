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

/**
 * @param {object} measured
 * @param {{ rewardCount: number, posCount: number }} measured.books
 * @param {readonly number[]} measured.predict  milliseconds, sorted
 * @param {number} measured.perSecond
 * @param {{ uploading: readonly number[], running: readonly number[] }} measured.health
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
${held(`/health/quick while the job runs, p99 of ${count(health.running.length)}`, percentile(health.running, 0.99), BARS.healthP99Ms, ms)}
${held(`/health/quick while files come in, p99 of ${count(health.uploading.length)}`, percentile(health.uploading, 0.99), BARS.healthP99Ms, ms)}
${held(`${rows}: uploaded, sealed, matched, stored, first page`, totalMs, BARS.totalMs, seconds)}
${held('peak memory, API and worker together', memory.together, BARS.bytes, megabytes)}
| peak memory, API alone | ${megabytes(memory.api)} | | |
| peak memory, worker alone | ${megabytes(memory.worker)} | | |
| time outside the engine | ${Math.round(outside * 100)} % (${seconds(totalMs - engineMs)} of ${seconds(totalMs)}) | | |

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

/** @param {number} value */
const ms = (value) => `${value.toFixed(1)} ms`;
/** @param {number} value milliseconds */
const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
/** @param {number} bytes */
const megabytes = (bytes) => `${count(Math.round(bytes / BYTES_PER_MB))} MB`;
/** @param {number} value */
const count = (value) => value.toLocaleString('en-US');
