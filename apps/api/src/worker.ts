// The worker's entry: the same platform and container, running jobs instead of listening.
import { createContainer, ENTITIES } from './container.ts';
import { type Config, loadConfig } from './platform/config/index.ts';
import { giveWay } from './platform/give-way.ts';
import { serveMetrics } from './platform/http/index.ts';
import { createLogger, type Logger } from './platform/logging/index.ts';
import { openPlatform } from './platform/platform.ts';
import { startJobWorker } from './platform/queue/index.ts';
import { Shutdown } from './platform/shutdown.ts';
import { toParent, whenParentIsGone } from './platform/worker-processes.ts';

async function start(config: Config, logger: Logger, shutdown: Shutdown): Promise<void> {
  const platform = await openPlatform({
    config,
    logger,
    shutdown,
    name: 'medspasync worker',
    entities: ENTITIES,
    // Where nobody reads a page of this worker's own, the API that started it counts.
    tellJobEnd: config.jobs.metricsPort === undefined ? toParent() : undefined,
  });
  const { jobHandlers, machine } = await createContainer(platform);
  const { concurrency, metricsPort } = config.jobs;
  const { url } = platform.database;
  const worker = await startJobWorker({
    url,
    handlers: jobHandlers,
    concurrency,
    logger,
    onEnded: (job, outcome) => platform.tellJobEnd({ kind: 'job', job, outcome }),
  });
  shutdown.add('worker', () => worker.close());
  await machine.start();
  shutdown.add('machine watch', async () => machine.stop());
  if (metricsPort !== undefined) {
    const page = await serveMetrics(platform.metrics, metricsPort);
    shutdown.add('metrics page', () => page.close());
  }
  logger.info({ concurrency }, 'the worker is ready');
}

async function main(): Promise<void> {
  giveWay();
  const config = loadConfig('worker');
  const logger = createLogger({ level: config.logLevel, process: 'worker' });
  const shutdown = new Shutdown(logger);
  shutdown.onSignals();
  whenParentIsGone(() => void shutdown.exit(0, 'the API is gone'));
  try {
    await shutdown.whileStarting(() => start(config, logger, shutdown));
  } catch (error) {
    logger.fatal({ err: error }, 'the worker could not start');
    await shutdown.exit(1, 'could not start');
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
