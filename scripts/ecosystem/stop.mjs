// `stop`: no process, port or lock of the services stays behind.
import { stopEmbeddedDatabases } from './database.mjs';
import { takeLock } from './lock.mjs';
import { halt } from './process.mjs';
import { createProgress, paint } from './progress.mjs';
import { named } from './services.mjs';
import { makeStateFolders } from './start.mjs';

/**
 * @param {import('./ecosystem.mjs').Ecosystem} ecosystem
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
export async function stop(ecosystem, names) {
  const progress = createProgress();
  const services = named(ecosystem.services, names);
  makeStateFolders(ecosystem);

  // Who says stop does not want to wait for a start to finish: it is asked to end what it began.
  const release = await takeLock(ecosystem, (pid) => {
    progress.say(`Another command is at work on the services (pid ${pid}); asking it to end.`);
    process.kill(pid, 'SIGTERM');
  });
  try {
    const stopped = await Promise.all(
      services.map(async (service) => {
        const wasRunning = await halt(ecosystem, service);
        if (wasRunning) progress.say(`${paint('green', '✔')} ${service.name} stopped`);
        return wasRunning;
      }),
    );
    // The API closes its database itself; this finds one whose API was killed.
    const holdsDatabase = services.some((service) => service.name === ecosystem.databaseOwner);
    const databases = holdsDatabase ? await stopEmbeddedDatabases(ecosystem.stateDirectory) : 0;
    if (databases > 0) progress.say(`${paint('green', '✔')} embedded database stopped`);
    if (databases === 0 && !stopped.some(Boolean)) progress.say('Nothing was running.');
    return 0;
  } finally {
    release();
  }
}
