// A bundle is never run in place of newer sources, and never made anew without need.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bundle } from '../build.mjs';
import freshness from '../freshness.cjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(folder, 'src'));
  write('main.ts', "import { word } from './word.ts';\nconsole.log(word);\n");
  write('word.ts', "export const word: string = 'first';\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
const dist = () => join(folder, 'dist');
const said = () => execFileSync(process.execPath, [join(dist(), 'main.cjs')], { encoding: 'utf8' }).trim();

/** Sources that rest when they are bundled, as they do on every day but that of their change. */
async function made() {
  await setTimeout(100);
  await bundle(join(folder, 'src/main.ts'), dist());
}

test('without a bundle there is none to be fresh', () => {
  expect(freshness.isFresh(dist())).toBe(false);
});

test('a bundle stays fresh while its sources rest', async () => {
  await made();
  expect(freshness.isFresh(dist())).toBe(true);
  expect(said()).toBe('first');
});

test.each([
  ['written', () => write('word.ts', "export const word: string = 'other';\n")],
  ['removed', () => rmSync(join(folder, 'src/word.ts'))],
])('an imported source that is %s makes it stale', async (_how, change) => {
  await made();
  change();
  expect(freshness.isFresh(dist())).toBe(false);
});

test('a source that changed while the bundle was made leaves it stale', async () => {
  await bundle(join(folder, 'src/main.ts'), dist());
  expect(freshness.isFresh(dist())).toBe(false);
  await made();
  expect(freshness.isFresh(dist())).toBe(true);
});

test('a source that cannot be bundled leaves the last bundle as it was', async () => {
  await made();
  const before = statSync(join(dist(), 'main.cjs')).mtimeMs;
  write('word.ts', 'export const word: string = ;\n');
  await expect(bundle(join(folder, 'src/main.ts'), dist())).rejects.toThrow('Unexpected');
  expect(statSync(join(dist(), 'main.cjs')).mtimeMs).toBe(before);
  expect(freshness.isFresh(dist())).toBe(false);
});
