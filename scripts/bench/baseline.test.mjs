// The baseline as the bench runs it, on books small enough for a test.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} name */
const file = (name) => path.join(folder, name);

/** @param {string} program @param {string[]} words */
async function run(program, words) {
  const script = fileURLToPath(new URL(program, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...words]);
  return stdout;
}

test('the baseline is worth beating: it answers every reward in order and finds nine pairs in ten', async () => {
  const options = { seed: 3, rewards: 300, process: 'front-desk', difficulty: 'easy', columns: 'full' };
  await run('./make-books.mjs', [folder, JSON.stringify(options)]);
  await run('./baseline.mjs', [file('rewards.csv'), file('pos.csv'), file('matches.csv')]);
  const idsIn = (/** @type {string} */ name) =>
    readFileSync(file(name), 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')[0]);
  expect(idsIn('matches.csv')).toEqual(idsIn('rewards.csv'));
  const { precision, recall } = JSON.parse(
    await run('./score-matches.mjs', [file('matches.csv'), file('truth.csv')]),
  );
  expect(precision).toBeGreaterThan(0.9);
  expect(recall).toBeGreaterThan(0.9);
});
