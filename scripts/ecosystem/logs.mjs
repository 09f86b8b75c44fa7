// `logs`: the last lines of each service, then whatever they write, together and with the service's name in front.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFile } from './process.mjs';
import { paint } from './progress.mjs';
import { named } from './services.mjs';

/** @typedef {import('./services.mjs').Service} Service */

const LINES_BEFORE = 40;
const POLL_MS = 250;
const READ_BYTES = 1 << 20;
const COLORS = /** @type {const} */ (['cyan', 'magenta', 'yellow', 'green', 'blue']);

/**
 * @param {import('./ecosystem.mjs').Ecosystem} ecosystem
 * @param {string[]} names
 * @param {{ follow: boolean }} options
 * @returns {Promise<number>} exit code
 */
export async function logs(ecosystem, names, { follow }) {
  const services = named(ecosystem.services, names);
  const width = Math.max(...services.map((service) => service.name.length));
  const tails = services.map((service, index) => {
    const prefix = paint(COLORS[index % COLORS.length] ?? 'cyan', service.name.padEnd(width));
    return createTail(logFile(ecosystem, service), (line) => console.log(`${prefix} │ ${line}`));
  });
  process.stdout.on('error', () => process.exit(0)); // The reader left, as `head` does.
  for (const tail of tails) tail.printEnd();
  while (follow) {
    await sleep(POLL_MS);
    for (const tail of tails) tail.printNew();
  }
  return 0;
}

/** @param {string} file @param {(line: string) => void} print */
function createTail(file, print) {
  let position = 0;
  let inode = 0;
  let unfinished = '';
  const buffer = Buffer.alloc(READ_BYTES);

  const printEnd = () => {
    if (!existsSync(file)) return;
    const content = readFileSync(file);
    const lines = content.toString('utf8').split('\n');
    unfinished = lines.pop() ?? '';
    lines.slice(-LINES_BEFORE).forEach(print);
    position = content.length;
    inode = statSync(file).ino;
  };

  const printNew = () => {
    if (!existsSync(file)) return;
    const { ino, size } = statSync(file);
    // A restarted service writes a new file under the old name.
    if (ino !== inode || size < position) {
      position = 0;
      inode = ino;
    }
    const descriptor = openSync(file, 'r');
    try {
      while (position < size) {
        const length = readSync(descriptor, buffer, 0, READ_BYTES, position);
        if (length === 0) break;
        position += length;
        const lines = (unfinished + buffer.toString('utf8', 0, length)).split('\n');
        unfinished = lines.pop() ?? '';
        lines.forEach(print);
      }
    } finally {
      closeSync(descriptor);
    }
  };

  return { printEnd, printNew };
}
