import { PredictionTimings } from './prediction-timings.ts';

test('before the first prediction there is no percentile', () => {
  expect(new PredictionTimings().summary()).toEqual({ p50_ms: null, p99_ms: null, samples: 0 });
});

test('percentiles are values that were measured', () => {
  const timings = new PredictionTimings();
  for (let ms = 100; ms >= 1; ms -= 1) timings.record(ms);
  expect(timings.summary()).toEqual({ p50_ms: 50, p99_ms: 99, samples: 100 });
});

test('old measurements give way to new ones', () => {
  const timings = new PredictionTimings();
  for (let turn = 0; turn < 5000; turn += 1) timings.record(1000);
  for (let turn = 0; turn < 4096; turn += 1) timings.record(2);
  expect(timings.summary()).toEqual({ p50_ms: 2, p99_ms: 2, samples: 4096 });
});
