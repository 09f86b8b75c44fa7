// The command behind the sandbox: run beside a healthy backend. One line of JSON on standard output, logs on the other.
import { createContainer, ENTITIES } from './container.ts';
import { loadConfig } from './platform/config/index.ts';
import { createLogger } from './platform/logging/index.ts';
import { openPlatform } from './platform/platform.ts';
import { Shutdown } from './platform/shutdown.ts';
import { seedSandbox } from './sandbox/seed-sandbox.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel, process: 'sandbox', toStandardError: true });
  const shutdown = new Shutdown(logger);
  try {
    const platform = await openPlatform({
      config,
      logger,
      shutdown,
      name: 'medspasync sandbox',
      entities: ENTITIES,
    });
    const container = await createContainer(platform);
    shutdown.add('threads', () => container.close());
    const report = await seedSandbox(platform, container, new Date());
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await shutdown.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
