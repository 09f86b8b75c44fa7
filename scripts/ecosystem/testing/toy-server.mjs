// A service small enough to start in a blink: answers on a port, notes when it was launched and when it was ready,
// and can be told to die or to keep a worker of its own.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    port: { type: 'string', default: '0' },
    events: { type: 'string', default: '' },
    'ready-after-ms': { type: 'string', default: '0' },
    'last-words': { type: 'string' },
    worker: { type: 'boolean', default: false },
  },
});

const note = (/** @type {string} */ event) => appendFileSync(values.events, `${values.name} ${event}\n`);

note('launched');
console.log(`${values.name} is coming up`);
if (values['last-words']) {
  console.error(values['last-words']);
  process.exit(1);
}
if (values.worker) spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
setTimeout(() => {
  createServer((_, response) => response.end('ok')).listen(Number(values.port), '127.0.0.1', () =>
    note('ready'),
  );
}, Number(values['ready-after-ms']));
