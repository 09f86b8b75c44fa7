// The words a person types, and what each one does.
import { logs } from './logs.mjs';
import { paint } from './progress.mjs';
import { start } from './start.mjs';
import { status } from './status.mjs';
import { stop } from './stop.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */

const BAD_ARGUMENTS = 2;

/** @param {Ecosystem} ecosystem */
const usage = (ecosystem) => `Usage: scripts/start_ecosystem.sh <command> [service]

  start   [service]  install and build what is stale, start the backend, then the front ends
  stop    [service]  end the services; nothing stays behind
  restart [service]  stop, then start
  status  [service]  what runs and answers; exits with 3 when something is down
  logs    [service]  follow the logs together (--no-follow: print the last lines and end)

Services: ${ecosystem.services.map((service) => service.name).join(', ')}. Without a name, all of them.
A service is started together with what it needs: the web apps need the backend.
State lies in .local/, logs in logs/.`;

/**
 * Runs one command and answers with its exit code.
 * @param {string[]} words
 * @param {Ecosystem} ecosystem
 * @returns {Promise<number>}
 */
export async function run(words, ecosystem) {
  const options = words.filter((word) => word.startsWith('-'));
  const [command, ...names] = words.filter((word) => !word.startsWith('-'));
  if (options.includes('--help') || options.includes('-h') || command === 'help') {
    console.log(usage(ecosystem));
    return 0;
  }

  const problem = findProblem(command, names, options, ecosystem);
  if (problem) {
    console.error(`${problem}\n\n${usage(ecosystem)}`);
    return BAD_ARGUMENTS;
  }

  try {
    switch (command) {
      case 'start':
        return await start(ecosystem, names);
      case 'stop':
        return await stop(ecosystem, names);
      case 'restart':
        await stop(ecosystem, names);
        return await start(ecosystem, names);
      case 'status':
        return await status(ecosystem, names);
      default:
        return await logs(ecosystem, names, { follow: !options.includes('--no-follow') });
    }
  } catch (error) {
    console.error(`\n${paint('red', '✘')} ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

const COMMANDS = ['start', 'stop', 'restart', 'status', 'logs'];

/**
 * @param {string | undefined} command
 * @param {string[]} names
 * @param {string[]} options
 * @param {Ecosystem} ecosystem
 */
function findProblem(command, names, options, ecosystem) {
  if (!command) return 'Say what to do.';
  if (!COMMANDS.includes(command)) return `Unknown command: ${command}.`;
  const allowed = command === 'logs' ? ['--no-follow'] : [];
  const strange = options.filter((option) => !allowed.includes(option));
  if (strange.length > 0) return `Unknown option: ${strange.join(', ')}.`;
  const unknown = names.filter((name) => !ecosystem.services.some((service) => service.name === name));
  return unknown.length > 0 ? `Unknown service: ${unknown.join(', ')}.` : undefined;
}
