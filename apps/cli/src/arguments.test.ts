import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  for (const name of ['r.csv', 'p.csv']) writeFileSync(join(folder, name), 'x');
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = ['--rewards', 'r.csv', '--pos', 'p.csv', '--out', 'm.csv'];
const read = (...argv: string[]) => readArguments(argv, folder);

test('paths start at the folder the person stands in; the rest has defaults', () => {
  expect(read(...GOOD)).toEqual({
    rewards: join(folder, 'r.csv'),
    pos: join(folder, 'p.csv'),
    out: join(folder, 'm.csv'),
    threshold: 0.95,
    format: 'csv',
    explain: false,
    workers: undefined,
    stages: false,
  });
});

test('the format follows the name of the output unless it is said', () => {
  const out = (name: string, ...more: string[]) => read(...GOOD.slice(0, 4), '--out', name, ...more);
  expect(out('m.xlsx')).toMatchObject({ format: 'xlsx' });
  expect(out('m.JSON')).toMatchObject({ format: 'json' });
  expect(out('m.xlsx', '--format', 'csv')).toMatchObject({ format: 'csv' });
});

test('every mistake is named at once, with exit code 2', () => {
  expect(() => read('--pos', 'p.csv', '--threshold', '2', '--format', 'pdf')).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(
        /--rewards is missing\n--out is missing\n--threshold must .*\n--format must .*\n\nnpm run reconcile/,
      ),
    }),
  );
  expect(() =>
    read(...GOOD, '--threshold', '3', '--format', 'pdf', '--zzz', '--explain=no', 'x.csv'),
  ).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(
        /^--zzz is not an option\n--explain takes no value\n“x.csv” belongs to no option\n--threshold must .*\n--format must .*\n\n/,
      ),
    }),
  );
  expect(() => read(...GOOD, '--threshold', '-1')).toThrow('--threshold must be a number');
  for (const workers of ['0', '65', '1.5', 'many']) {
    expect(() => read(...GOOD, '--workers', workers)).toThrow(
      '--workers must be a whole number from 1 to 64',
    );
  }
  expect(() => read(...GOOD, '--format')).toThrow('--format needs a value');
  expect(() => read('--pos', 'p.csv', '--out', 'm.csv', '--rewards', '--explain')).toThrow(
    '--rewards needs a value',
  );
  expect(() => read(...GOOD, '--thresold', '0.5')).toThrow(expect.objectContaining({ exitCode: 2 }));
  for (const threshold of ['0x1', '1e-1', ' 0.5', 'Infinity', '0,5']) {
    expect(() => read(...GOOD, '--threshold', threshold)).toThrow('--threshold must be a number');
  }
  expect(() => read(...GOOD, '--threshold', '')).toThrow('--threshold must be a number');
});

test('an option given twice is refused, also with the same value', () => {
  expect(() => read(...GOOD, '--pos', 'r.csv', '--explain', '--explain')).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(/^--pos is given more than once\n--explain is given more than once\n\n/),
    }),
  );
});

test('one file for both sides is refused, also through a link', () => {
  symlinkSync(join(folder, 'r.csv'), join(folder, 'again.csv'));
  for (const pos of ['r.csv', './r.csv', 'again.csv']) {
    expect(() => read('--rewards', 'r.csv', '--pos', pos, '--out', 'm.csv')).toThrow(
      '--rewards and --pos are the same file',
    );
  }
});

test('an output that is an input is refused, also through a link', () => {
  linkSync(join(folder, 'r.csv'), join(folder, 'hard.csv'));
  symlinkSync(join(folder, 'p.csv'), join(folder, 'soft.csv'));
  for (const out of ['r.csv', './p.csv', 'hard.csv', 'soft.csv']) {
    expect(() => read(...GOOD.slice(0, 4), '--out', out)).toThrow('inputs are never changed');
  }
});

test('an output without a place is refused before the work', () => {
  mkdirSync(join(folder, 'sub'));
  expect(() => read(...GOOD.slice(0, 4), '--out', 'nowhere/m.csv')).toThrow('does not exist');
  expect(() => read(...GOOD.slice(0, 4), '--out', 'sub')).toThrow('is not a file');
});
