// What the commands beside the server have in common: its platform and container, closed again once the work is done.
import { type Container, createContainer, ENTITIES } from './container.ts';
import type { Config } from './platform/config/index.ts';
import { createLogger } from './platform/logging/index.ts';
import { openPlatform, type Platform } from './platform/platform.ts';
import { Shutdown } from './platform/shutdown.ts';

/**
 * Standard output is left to the command: logs go to the other.
 * @param name of the command, in logs and as PostgreSQL shows it.
 */
export async function withContainer<Answer>(
  name: string,
  config: Config,
  work: (container: Container, platform: Platform) => Promise<Answer>,
): Promise<Answer> {
  const logger = createLogger({ level: config.logLevel, process: name, toStandardError: true });
  const shutdown = new Shutdown(logger);
  try {
    const platform = await openPlatform({
      config,
      logger,
      shutdown,
      name: `medspasync ${name}`,
      entities: ENTITIES,
    });
    const container = await createContainer(platform);
    shutdown.add('threads', () => container.close());
    return await work(container, platform);
  } finally {
    await shutdown.close();
  }
}
