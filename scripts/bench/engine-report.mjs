// What the engine's bench prints: Markdown, so that it can be pasted as it is.

/** @typedef {{ wallMs: number, peakBytes: number }} Cost */
/** @typedef {{ stage: string, duration_ms: number }} StageTime */
/** @typedef {{ ours: Cost & { stages: StageTime[] }, baseline: Cost }} Pair one run of each, one after the other */
/** @typedef {{ precision: number, recall: number, f1: number }} Score */

const BYTES_PER_MB = 1_048_576;

/**
 * @param {{ rewardCount: number, posCount: number, days: number }} books
 * @param {readonly Pair[]} pairs at least one
 * @param {{ ours: Score, baseline: Score }} scores
 */
export function engineReport(books, pairs, scores) {
  const ours = pairs.map((pair) => pair.ours);
  const baseline = pairs.map((pair) => pair.baseline);
  const ratios = pairs.map((pair) => pair.ours.wallMs / pair.baseline.wallMs);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return `
${count(books.rewardCount)} rewards, ${count(books.posCount)} POS rows, ${count(books.days)} days, runs of each: ${pairs.length}

| | wall, median | peak memory | precision | recall | F1 |
|---|---|---|---|---|---|
${row('MedSpaSync', ours, scores.ours)}
${row('DuckDB SQL', baseline, scores.baseline)}

Wall time, MedSpaSync / DuckDB: ${median(ratios).toFixed(2)} (median over the pairs of runs; ${spread})

${stageTable(pairs)}
`;
}

/** @param {string} name @param {readonly Cost[]} costs @param {Score} score */
function row(name, costs, { precision, recall, f1 }) {
  const seconds = median(costs.map(({ wallMs }) => wallMs)) / 1000;
  const megabytes = Math.max(...costs.map(({ peakBytes }) => peakBytes)) / BYTES_PER_MB;
  const shares = [precision, recall, f1].map((share) => share.toFixed(4));
  return `| ${[name, `${seconds.toFixed(2)} s`, `${count(Math.round(megabytes))} MB`, ...shares].join(' | ')} |`;
}

/** Stages in the order they ran; `other` is what no stage accounts for. @param {readonly Pair[]} pairs */
function stageTable(pairs) {
  const names = [...new Set(pairs.flatMap(({ ours }) => ours.stages.map(({ stage }) => stage)))];
  const rows = names.map((name) => stageRow(name, pairs, ({ ours }) => totalOf(ours.stages, name)));
  const other = stageRow('other', pairs, ({ ours }) => ours.wallMs - totalOf(ours.stages));
  return ['| stage of MedSpaSync | ms, median |', '|---|---|', ...rows, other].join('\n');
}

/** @param {string} name @param {readonly Pair[]} pairs @param {(pair: Pair) => number} durationOf */
const stageRow = (name, pairs, durationOf) => `| ${name} | ${Math.round(median(pairs.map(durationOf)))} |`;

/** A stage may run several times. @param {readonly StageTime[]} stages @param {string} [name] default all */
const totalOf = (stages, name) =>
  stages.reduce((sum, { stage, duration_ms }) => sum + (stage === (name ?? stage) ? duration_ms : 0), 0);

/** @param {readonly number[]} values at least one */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** @param {number} value */
const count = (value) => value.toLocaleString('en-US');
