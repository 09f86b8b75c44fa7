// The same commands as main.mjs on a toy ecosystem, whose description is the JSON file given first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../command-line.mjs';

const [description = '', ...words] = process.argv.slice(2);
const { prepareMs, failingFollowUp, ...toy } = JSON.parse(readFileSync(description, 'utf8'));

const attempted = path.join(toy.root, 'follow-up-attempted');
const done = path.join(toy.root, 'follow-up-done');

async function failOnce() {
  const isFirst = !existsSync(attempted);
  writeFileSync(attempted, '');
  if (isFirst) throw new Error('the seed fell on stony ground');
  writeFileSync(done, '');
}

process.exitCode = await run(words, {
  ...toy,
  childEnvironment: process.env,
  prepare: (_ecosystem, _services, progress) => progress.step('Preparing', () => sleep(prepareMs, undefined)),
  afterHealthy: failingFollowUp ? { backend: { run: failOnce, isDone: () => existsSync(done) } } : {},
});
