import { apiReport } from './api-report.mjs';

/** @param {number} value */
const hundred = (value) => Array.from({ length: 100 }, () => value);
const measured = {
  books: { rewardCount: 10_000, posCount: 13_000 },
  predict: hundred(3),
  perSecond: 50,
  health: {
    atRest: { health: hundred(2), control: hundred(1) },
    uploading: { health: hundred(12), control: hundred(8) },
    running: { health: hundred(6), control: hundred(4) },
  },
  steps: [{ name: 'job', ms: 2_000 }],
  totalMs: 10_000,
  engineMs: 4_000,
  memory: { api: 1, worker: 1, together: 2 },
  processorSeconds: { api: 1, worker: 1, database: 1 },
};

test('the health of the API stands beside its bar, whatever a bare server needed', () => {
  const report = apiReport(measured);
  expect(report).toContain('| /health/quick while the job runs, p99 of 100 | 6.0 ms | < 10.0 ms | met |');
  expect(report).toContain(
    '| /health/quick while files come in, p99 of 100 | 12.0 ms | < 10.0 ms | missed |',
  );
});

test('how much of it any server would have needed at that moment is told', () => {
  const report = apiReport(measured);
  expect(report).toContain('| at rest | 2.0 ms | 2.0 ms | 1.0 ms | 1.0 ms | 2.0 |');
  expect(report).toContain('| while files come in | 12.0 ms | 12.0 ms | 8.0 ms | 8.0 ms | 1.5 |');
});
