import { engineReport } from './engine-report.mjs';

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
