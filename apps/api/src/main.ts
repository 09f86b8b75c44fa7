// The API's entry: opens everything in order, listens, and closes in the reverse order on SIGTERM.
import { createApp } from './app.ts';
import { createContainer, ENTITIES } from './container.ts';
import { type Config, loadConfig } from './platform/config/index.ts';
import { closeHttpServer, createHttpServer, listen } from './platform/http/index.ts';
import { createLogger, type Logger } from './platform/logging/index.ts';
import { JobEnd } from './platform/metrics/index.ts';
import { openPlatform } from './platform/platform.ts';
import { openRealtime } from './platform/realtime/index.ts';
import { Shutdown } from './platform/shutdown.ts';
import { startWorkerProcesses } from './platform/worker-processes.ts';

async function start(config: Config, logger: Logger, shutdown: Shutdown): Promise<void> {
  const platform = await openPlatform({
    config,
    logger,
    shutdown,
    name: 'medspasync api',
    entities: ENTITIES,
  });
  const container = await createContainer(platform);
  shutdown.add('threads', () => container.close());

  const httpServer = createHttpServer(createApp(platform, container));
  const { corsOrigins, host, port } = config.http;
  await listen(httpServer, host, port);
  shutdown.add('http', () => closeHttpServer(httpServer));

  const realtime = await openRealtime({ ...platform, httpServer, corsOrigins });
  shutdown.add('realtime', () => realtime.close());
  platform.queue.onPublished(realtime.publishHere);

  await container.start();
  shutdown.add('background work', () => container.stop());

  const workers = startWorkerProcesses({
    count: config.jobs.workerProcesses,
    entry: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
    // DB_HOST emptied: where it is given, the URL was made of it, and both at once are refused.
    environment: (place) => ({
      DATABASE_URL: platform.ownerUrl,
      DB_HOST: '',
      ...(config.jobs.metricsPort === undefined
        ? {}
        : { WORKER_METRICS_PORT: String(config.jobs.metricsPort + place) }),
    }),
    maxHeapMb: config.jobs.maxHeapMb,
    logger,
    onMessage: (message) => platform.tellJobEnd(JobEnd.parse(message)),
  });
  shutdown.add('workers', () => workers.close());
  logger.info({ host, port, environment: config.environment }, 'the API is listening');
}

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel, process: 'api' });
  for (const concern of config.concerns) logger.error(concern);
  const shutdown = new Shutdown(logger);
  shutdown.onSignals();
  try {
    await shutdown.whileStarting(() => start(config, logger, shutdown));
  } catch (error) {
    logger.fatal({ err: error }, 'the API could not start');
    await shutdown.exit(1, 'could not start');
  }
}

main().catch((error: unknown) => {
  // Only the configuration fails before there is a logger; its message names the variables.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
