// A bundle is never run in place of newer sources, and never made anew without need.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from '../build.mjs';
import codeCache from '../code-cache.cjs';
import freshness from '../freshness.cjs';

const LOADER = fileURLToPath(new URL('../code-cache.cjs', import.meta.url));
const RUN_CACHED =
  "const [, loader, bundle, keep] = process.argv; require(loader).runCached(bundle, () => keep === 'true')";

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

test('code compiled in one run is used by the next, and goes with the bundle it was made of', async () => {
  await made();
  const code = codeCache.cacheOf(join(dist(), 'main.cjs'));
  const run = (isWorthKeeping: boolean) =>
    execFileSync(
      process.execPath,
      ['-e', RUN_CACHED, LOADER, join(dist(), 'main.cjs'), `${isWorthKeeping}`],
      {
        encoding: 'utf8',
      },
    ).trim();
  expect(run(false)).toBe('first');
  expect(existsSync(code)).toBe(false);
  expect(run(true)).toBe('first');
  const keptAt = statSync(code).mtimeMs;
  expect(run(true)).toBe('first');
  expect(statSync(code).mtimeMs).toBe(keptAt);
  write('word.ts', "export const word: string = 'other';\n");
  await made();
  expect(existsSync(code)).toBe(false);
  expect(run(true)).toBe('other');
});

test('code that V8 cannot use is made anew', async () => {
  await made();
  const code = codeCache.cacheOf(join(dist(), 'main.cjs'));
  writeFileSync(code, 'no code');
  execFileSync(process.execPath, ['-e', RUN_CACHED, LOADER, join(dist(), 'main.cjs'), 'true']);
  expect(statSync(code).size).toBeGreaterThan(100);
});
