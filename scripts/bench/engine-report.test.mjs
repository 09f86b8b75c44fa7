import { engineReport, growthReport } from './engine-report.mjs';

const MB = 1_048_576;
const books = { rewardCount: 10_000, posCount: 15_748, days: 40 };
const scores = {
  ours: { precision: 0.99, recall: 0.98, f1: 0.985 },
  baseline: { precision: 0.97, recall: 0.96, f1: 0.965 },
};

/** @param {number} oursMs @param {number} baselineMs @param {number} readMs */
const pair = (oursMs, baselineMs, readMs = 100) => ({
  ours: { wallMs: oursMs, peakBytes: oursMs * MB, stages: [{ stage: 'read rewards', duration_ms: readMs }] },
  baseline: { wallMs: baselineMs, peakBytes: 64 * MB },
});

test('the ratio is taken within each pair of runs, so that a slow minute of the machine does not count', () => {
  // Medians 400 and 1,000 would give 0.40; in each minute it was about a half.
  const report = engineReport(books, [pair(200, 400), pair(400, 1000), pair(1000, 2000)], scores);
  expect(report).toContain('MedSpaSync / DuckDB: 0.50 (median over the pairs of runs; 0.40 to 0.50)');
});

test('times are medians, memory is the largest peak, and scores stand beside them', () => {
  const report = engineReport(
    books,
    [pair(100, 300), pair(200, 500), pair(400, 700), pair(600, 900)],
    scores,
  );
  expect(report).toContain('10,000 rewards, 15,748 POS rows, 40 days, runs of each: 4');
  expect(report).toContain('| MedSpaSync | 0.30 s | 600 MB | 0.9900 | 0.9800 | 0.9850 |');
  expect(report).toContain('| DuckDB SQL | 0.60 s | 64 MB | 0.9700 | 0.9600 | 0.9650 |');
});

test('what no stage accounts for is shown as other', () => {
  const report = engineReport(books, [pair(500, 400, 120), pair(500, 400, 180), pair(500, 400, 150)], scores);
  expect(report).toContain('| read rewards | 150 |\n| other | 350 |');
});

test('a baseline that did not finish is said to, and nothing is compared with it', () => {
  const pairs = [{ ...pair(500, 400), baseline: undefined }];
  const report = engineReport(books, pairs, { ...scores, baseline: undefined });
  expect(report).toContain('| DuckDB SQL | did not finish |');
  expect(report).toContain('MedSpaSync / DuckDB: unknown');
  expect(report).toContain('| MedSpaSync | 0.50 s |');
});

test('growth is the power of the size that the cost follows, stage by stage', () => {
  const report = growthReport([
    { rewards: 1_000, costs: [pair(100, 1, 10).ours] },
    { rewards: 10_000, costs: [pair(1_000, 1, 1_000).ours] },
    { rewards: 100_000, costs: [pair(1_000, 1, 1_000).ours] },
  ]);
  expect(report).toContain('| | 1,000 to 10,000 | 10,000 to 100,000 |');
  expect(report).toContain('| wall | 1.00 | 0.00 |');
  expect(report).toContain('| read rewards | 2.00 | 0.00 |');
});

test('of a stage that takes no time at the larger size no growth is told', () => {
  const report = growthReport([
    { rewards: 1_000, costs: [pair(100, 1, 10).ours] },
    { rewards: 10_000, costs: [pair(1_000, 1, 0).ours] },
  ]);
  expect(report).toContain('| read rewards | – |');
});
