import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeWholeFile } from './whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file appears only when it is whole', async () => {
  const path = join(folder, 'm.csv');
  await writeWholeFile(path, async (output) => {
    await pipeline(Readable.from(['a,b\r\n', '1,2\r\n']), output);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.m\.csv\..*\.tmp$/)]);
  });
  expect(readFileSync(path, 'utf8')).toBe('a,b\r\n1,2\r\n');
  expect(readdirSync(folder)).toEqual(['m.csv']);
});

test('a failure half-way leaves the old file as it was, and nothing else', async () => {
  const path = join(folder, 'm.csv');
  writeFileSync(path, 'old');
  const writing = writeWholeFile(path, async (output) => {
    output.write('half');
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readdirSync(folder)).toEqual(['m.csv']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('a link stays a link: its target is replaced', async () => {
  const target = join(folder, 'target.csv');
  const link = join(folder, 'm.csv');
  writeFileSync(target, 'old');
  symlinkSync(target, link);
  await writeWholeFile(link, (output) => pipeline(Readable.from(['new']), output));
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, 'utf8')).toBe('new');
});
