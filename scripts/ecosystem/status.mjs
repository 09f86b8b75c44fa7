// `status`: what runs and answers. Exits with 3 when anything is down, as `systemctl status` does.
import { isHealthy } from './health.mjs';
import { lockHolder } from './lock.mjs';
import { runningPid } from './process.mjs';
import { paint } from './progress.mjs';
import { table } from './report.mjs';
import { named } from './services.mjs';

const SOMETHING_IS_DOWN = 3;

/**
 * @param {import('./ecosystem.mjs').Ecosystem} ecosystem
 * @param {string[]} names
 * @returns {Promise<number>} exit code
 */
export async function status(ecosystem, names) {
  const states = await Promise.all(
    named(ecosystem.services, names).map(async (service) => {
      const pid = runningPid(ecosystem, service);
      const healthy = pid !== undefined && (await isHealthy(service));
      return { service, pid, healthy };
    }),
  );
  const rows = states.map(({ service, pid, healthy }) => [
    service.name,
    healthy ? paint('green', '● healthy') : pid ? paint('yellow', '◐ not answering') : paint('red', '○ down'),
    pid ? String(pid) : '–',
    `http://localhost:${service.port}`,
  ]);
  console.log(table(['Service', 'State', 'Pid', 'Address'], rows));
  const holder = lockHolder(ecosystem);
  if (holder) console.log(`A command is at work on the services (pid ${holder}).`);
  return states.every(({ healthy }) => healthy) ? 0 : SOMETHING_IS_DOWN;
}
