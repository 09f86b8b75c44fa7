// What the engine's bench prints: Markdown, so that it can be pasted as it is.

/** @typedef {{ wallMs: number, peakBytes: number }} Cost */
/** @typedef {{ stage: string, duration_ms: number }} StageTime */
/** @typedef {Cost & { stages: StageTime[] }} StagedCost */
/** @typedef {{ ours: StagedCost, baseline: Cost | undefined }} Pair one run of each, one after the other; undefined did not finish */
/** @typedef {{ rewards: number, costs: StagedCost[] }} SizeCost our runs on books of one size */
/** @typedef {{ precision: number, recall: number, f1: number }} Score */

const BYTES_PER_MB = 1_048_576;

/**
 * @param {{ rewardCount: number, posCount: number, days: number }} books
 * @param {readonly Pair[]} pairs at least one
 * @param {{ ours: Score, baseline: Score | undefined }} scores
 */
export function engineReport(books, pairs, scores) {
  const ours = pairs.map((pair) => pair.ours);
  return `
${count(books.rewardCount)} rewards, ${count(books.posCount)} POS rows, ${count(books.days)} days, runs of each: ${pairs.length}

| | wall, median | peak memory | precision | recall | F1 |
|---|---|---|---|---|---|
${row('MedSpaSync', ours, scores.ours)}
${baselineRow(pairs, scores.baseline)}

${ratioLine(pairs)}

${stageTable(pairs)}
`;
}

/** @param {readonly Pair[]} pairs @param {Score | undefined} score */
function baselineRow(pairs, score) {
  const costs = pairs.flatMap(({ baseline }) => baseline ?? []);
  return score ? row('DuckDB SQL', costs, score) : '| DuckDB SQL | did not finish | | | | |';
}

/** @param {readonly Pair[]} pairs */
function ratioLine(pairs) {
  const ratios = pairs.flatMap(({ ours, baseline }) => (baseline ? [ours.wallMs / baseline.wallMs] : []));
  if (ratios.length === 0) return 'Wall time, MedSpaSync / DuckDB: unknown, the baseline did not finish';
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return `Wall time, MedSpaSync / DuckDB: ${median(ratios).toFixed(2)} (median over the pairs of runs; ${spread})`;
}

/**
 * How our cost grows from each size to the next: n times the rewards cost n to the power shown.
 * @param {readonly SizeCost[]} sizes at least two, ascending
 */
export function growthReport(sizes) {
  const steps = sizes.slice(1).map((larger, index) => ({ smaller: sizes[index] ?? larger, larger }));
  const heads = steps.map(({ smaller, larger }) => `${count(smaller.rewards)} to ${count(larger.rewards)}`);
  const stages = [
    ...new Set(sizes.flatMap(({ costs }) => costs.flatMap((cost) => cost.stages)).map((s) => s.stage)),
  ];
  /** @type {[string, (cost: StagedCost) => number][]} */
  const measures = [
    ['wall', (cost) => cost.wallMs],
    ['peak memory', (cost) => cost.peakBytes],
    ...stages.map(
      (name) =>
        /** @type {[string, (cost: StagedCost) => number]} */ ([name, (cost) => totalOf(cost.stages, name)]),
    ),
  ];
  const rows = measures.map(([name, measure]) => {
    const powers = steps.map(({ smaller, larger }) => {
      const cost = (/** @type {SizeCost} */ size) => median(size.costs.map(measure));
      const power = Math.log(cost(larger) / cost(smaller)) / Math.log(larger.rewards / smaller.rewards);
      // A stage that takes no time at one of the sizes, being done by a thread meanwhile, grows by no power.
      return Number.isFinite(power) ? power.toFixed(2) : '–';
    });
    return `| ${[name, ...powers].join(' | ')} |`;
  });
  return [
    'Growth of cost, as a power of the size',
    '',
    `| | ${heads.join(' | ')} |`,
    `|---|${'---|'.repeat(heads.length)}`,
    ...rows,
    '',
  ].join('\n');
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
