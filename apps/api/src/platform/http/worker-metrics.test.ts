import { createMetrics } from '../metrics/metrics.ts';
import { serveMetrics } from './worker-metrics.ts';

test('a worker answers its metrics on this machine, and nothing else', async () => {
  const metrics = createMetrics({ version: '1.2.3', commit: 'abc' });
  const page = await serveMetrics(metrics, 0);
  try {
    const address = `http://127.0.0.1:${page.port}`;
    const answer = await fetch(`${address}/metrics`);
    expect(await answer.text()).toContain('medspasync_build_info{version="1.2.3",commit="abc"} 1');
    expect((await fetch(`${address}/health`)).status).toBe(404);
    await expect(serveMetrics(metrics, page.port)).rejects.toThrow('set WORKER_METRICS_PORT to a free one');
  } finally {
    await page.close();
  }
});
