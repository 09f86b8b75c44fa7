// Builds the services that are to run. Turbo knows by content what is stale: an unchanged tree costs it under a second.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './run-tool.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */

/**
 * @param {Ecosystem} ecosystem
 * @param {import('./services.mjs').Service[]} services
 * @param {import('./progress.mjs').Progress} progress
 */
export async function buildServices(ecosystem, services, progress) {
  const tasks = services
    .filter((service) => service.build)
    .map((service) => `${service.workspace}#${service.build}`);
  if (tasks.length === 0) return;
  const log = path.join(ecosystem.logsDirectory, 'build.log');
  await progress.step('Building', async () => {
    await runTool({
      command: 'turbo',
      args: ['run', ...tasks, '--output-logs=new-only', '--log-order=grouped', '--ui=stream'],
      directory: ecosystem.root,
      environment: ecosystem.childEnvironment,
      log,
      failure: 'The build failed',
    });
    return summarise(readFileSync(log, 'utf8'));
  });
}

/** @param {string} output turbo's closing lines, such as `Cached:    3 cached, 5 total` */
function summarise(output) {
  const counts = output.match(/Cached:\D*(\d+) cached, (\d+) total/);
  if (!counts) return undefined;
  const rebuilt = Number(counts[2]) - Number(counts[1]);
  return rebuilt === 0 ? 'nothing changed' : `${rebuilt} of ${counts[2]} were stale`;
}
