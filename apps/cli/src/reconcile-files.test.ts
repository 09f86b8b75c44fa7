// A run from the inside: what it tells while it works, and how it stops.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBooks, writeCsv } from '@medspasync/test-kit';
import { reconcileFiles } from './reconcile-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  const books = generateBooks({ seed: 3, rewards: 200, process: 'front-desk' });
  writeFileSync(join(folder, 'r.csv'), writeCsv(books.rewards, 'plain'));
  writeFileSync(join(folder, 'p.csv'), writeCsv(books.pos, 'plain'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (show: (stage: string, share: number) => void, signal = new AbortController().signal) =>
  reconcileFiles(
    {
      rewards: join(folder, 'r.csv'),
      pos: join(folder, 'p.csv'),
      out: join(folder, 'm.csv'),
      threshold: 0.95,
      format: 'csv',
      explain: false,
      workers: 2,
      stages: false,
    },
    { show, stop: () => undefined },
    signal,
  );

test('progress begins with the first byte read, never goes back, and ends when the last row is written', async () => {
  const shown: { stage: string; share: number }[] = [];
  await start((stage, share) => shown.push({ stage, share }));
  const shares = shown.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shown[0]!.stage).toMatch(/^reading /);
  expect(shown.at(-1)).toEqual({ stage: 'writing', share: 1 });
  expect(new Set(shown.map(({ stage }) => stage)).size).toBeGreaterThan(6);
});

test.each([
  'reading rewards',
  'reading POS',
  'normalise',
  'compare',
  'explain',
  'writing',
])('interrupted while %s, it stops there and leaves no file', async (stage) => {
  const interrupted = new AbortController();
  const seen: string[] = [];
  const run = start((current) => {
    seen.push(current);
    if (current === stage) interrupted.abort();
  }, interrupted.signal);
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen.at(-1)).toBe(stage);
  expect(readdirSync(folder).sort()).toEqual(['p.csv', 'r.csv']);
});
