// The same commands as main.mjs on a toy ecosystem, whose description is the JSON file given first.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../command-line.mjs';

const [description = '', ...words] = process.argv.slice(2);
const { prepareMs, ...toy } = JSON.parse(readFileSync(description, 'utf8'));

process.exitCode = await run(words, {
  ...toy,
  childEnvironment: process.env,
  prepare: (_ecosystem, _services, progress) => progress.step('Preparing', () => sleep(prepareMs, undefined)),
  afterHealthy: {},
});
