import { sha256 } from '../../platform/crypto/index.ts';
import { createLogger } from '../../platform/logging/index.ts';
import { createMetrics } from '../../platform/metrics/index.ts';
import { ProcessLimitsWatch, type ProcessUsage, processUsage } from './process-limits.ts';

const metrics = createMetrics({ version: 'test', commit: 'test' });
const usage: ProcessUsage = { cpuPercent: 10, memoryGb: 1 };
const watch = new ProcessLimitsWatch({
  limits: { cpuPercent: 80, memoryGb: 2 },
  usage: () => usage,
  metrics,
  logger: createLogger({ level: 'silent', process: 'test' }),
});

const linesOf = async (name: string): Promise<string[]> =>
  (await metrics.registry.getSingleMetricAsString(name)).split('\n').filter((line) => line.startsWith(name));

test('a process within its limits raises nothing', async () => {
  watch.check();
  expect(watch.alerts()).toEqual([]);
  expect(await linesOf('process_limit_exceeded')).toContain('process_limit_exceeded{limit="cpu_percent"} 0');
});

test('a process at its limit exactly has not exceeded it', () => {
  usage.cpuPercent = 80;
  watch.check();
  expect(watch.alerts()).toEqual([]);
});

test('a limit that stays exceeded is one alert with the time it began, and is over when it is kept again', async () => {
  usage.memoryGb = 2.5;
  watch.check();
  const [first] = watch.alerts();
  expect(first).toMatchObject({ limit: 'memory_gb', value: 2.5, allowed: 2 });
  usage.memoryGb = 3;
  watch.check();
  expect(watch.alerts()).toEqual([{ ...first, value: 3 }]);
  expect(await linesOf('process_limit_exceeded')).toContain('process_limit_exceeded{limit="memory_gb"} 1');
  expect(await linesOf('process_limit_exceeded_total')).toEqual([
    'process_limit_exceeded_total{limit="memory_gb"} 1',
  ]);
  usage.memoryGb = 1;
  watch.check();
  expect(watch.alerts()).toEqual([]);
});

test('what this process uses is read from this process', () => {
  const read = processUsage();
  for (let turn = 0; turn < 500; turn += 1) sha256(Buffer.alloc(100_000));
  const { cpuPercent, memoryGb } = read();
  expect(cpuPercent).toBeGreaterThan(0);
  expect(memoryGb).toBeGreaterThan(0.01);
});
