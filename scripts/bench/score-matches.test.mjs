// Scoring as the bench runs it: a process over two files.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM = fileURLToPath(new URL('./score-matches.mjs', import.meta.url));

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'score-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string[]} truth @param {string[]} matches */
async function score(truth, matches) {
  const files = [path.join(folder, 'matches.csv'), path.join(folder, 'truth.csv')];
  writeFileSync(files[0] ?? '', ['reward_id,pos_ids,result,match_probability', ...matches].join('\r\n'));
  writeFileSync(files[1] ?? '', ['reward_id,original_id,pos_ids,copy_ids', ...truth].join('\n'));
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...files]);
  return JSON.parse(stdout);
}

test('every POS line of a split is to be found, and a wrong one costs precision', async () => {
  const truth = ['R-1,R-1,P-1;P-2,', 'R-2,R-2,P-3,', 'R-3,R-3,,'];
  const matches = ['R-1,P-1,match,0.9', 'R-2,P-3,match,0.9', 'R-3,P-4,match,0.6'];
  expect(await score(truth, matches)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
});

test('what was only proposed for review is neither right nor wrong', async () => {
  expect(await score(['R-1,R-1,P-1,'], ['R-1,P-1,review_required,0.8'])).toEqual({
    precision: 0,
    recall: 0,
    f1: 0,
  });
});

test('a sale rung up twice is right in either copy, a redemption entered twice in either entry, and once only', async () => {
  const truth = ['R-2,R-1,,', 'R-1,R-1,P-1,P-2'];
  expect(await score(truth, ['R-1,,no_match,0', 'R-2,P-2,match,0.9'])).toMatchObject({
    precision: 1,
    recall: 1,
  });
  expect(await score(truth, ['R-1,P-1,match,0.9', 'R-2,P-2,match,0.9'])).toMatchObject({
    precision: 0.5,
    recall: 1,
  });
});
