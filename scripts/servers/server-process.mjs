// One server as a process of its own, such as the built API: it is ready once it has said so in its log.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const LAST_WORDS = 2_000;

/**
 * Starts a program and waits until it says `readyWords`.
 * @param {object} program
 * @param {string} program.command
 * @param {readonly string[]} program.args
 * @param {NodeJS.ProcessEnv} program.environment all it gets
 * @param {string} program.readyWords
 * @param {string} program.log  file that what it says is added to
 * @param {{ uid: number, gid: number }} [program.account]  default: this process's
 * @param {string} [program.directory]  default: this process's
 * @throws Error with its last words when it ends before it is ready
 */
export async function startServer({ command, args, environment, readyWords, log, account, directory }) {
  const child = spawn(command, args, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  const file = createWriteStream(log, { flags: 'a' });
  const ended = once(child, 'close').finally(() => file.end());
  let said = '';
  const ready = new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      file.write(chunk);
      if (said === readyWords) return;
      said = (said + chunk).slice(-LAST_WORDS);
      if (!said.includes(readyWords)) return;
      said = readyWords;
      resolve(undefined);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    ended.then(
      () => reject(new Error(`${command} ended before it was ready. It said:\n${said}`)),
      () => undefined, // It could not be started: 'error' has told.
    );
  });
  await ready;
  return {
    pid: child.pid ?? 0,
    /** Ends it without a word to it. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    /** @param {NodeJS.Signals} [signal] */
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}
