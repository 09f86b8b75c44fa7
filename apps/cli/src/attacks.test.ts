// What files can hold that nobody would type: each ends in a clear word or a right answer, never in half a file.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './testing/run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEADER = 'transaction_id,customer_name,customer_phone,service,amount,date\n';
const SARAH = 'Sarah Johnson,555-123-4567,Botox,450.00,2024-01-15\n';

async function reconcile(rewards: string | Buffer, pos: string | Buffer) {
  writeFileSync(join(folder, 'r.csv'), rewards);
  writeFileSync(join(folder, 'p.csv'), pos);
  const argv = ['--rewards', 'r.csv', '--pos', 'p.csv', '--out', 'm.csv', '--threshold', '0.5'];
  const { code, stderr } = await runCommand(folder, argv);
  const out = join(folder, 'm.csv');
  const lines = existsSync(out) ? readFileSync(out, 'utf8').trimEnd().split('\r\n').slice(1) : undefined;
  return { code, stderr, rows: lines?.map((line) => line.split(',').slice(0, 3).join(' ')) };
}

test.each([
  ['an empty file', '', 'r.csv is empty'],
  ['a file of blank lines', '\n\r\n\n', 'r.csv is empty'],
  ['a single quote', '"', 'r.csv, row 1, column 1: a quotation mark is opened and never closed'],
  ['quotes only', '""""""\n""""\n', 'r.csv: no header row found'],
  ['NUL bytes only', '\0\0\0\0', 'r.csv is not text'],
  ['a header only', HEADER, 'r.csv has a header and no rows'],
])('%s ends with 3 and a word about it', async (_what, content, words) => {
  const { code, stderr, rows } = await reconcile(content, `${HEADER}P-1,${SARAH}`);
  expect({ code, rows }).toEqual({ code: 3, rows: undefined });
  expect(stderr).toContain(words);
});

test('a cell of a megabyte costs its own row only', async () => {
  const long = 'x'.repeat(1_000_000);
  const rewards = `${HEADER}R-1,${SARAH}R-2,${long},,Botox,20.00,2024-01-15\n`;
  const { code, stderr, rows } = await reconcile(
    rewards,
    `${HEADER}P-1,${SARAH}P-2,B,,${long},1.00,2024-01-15\n`,
  );
  expect(code).toBe(0);
  expect(rows).toEqual(['R-1 P-1 match', 'R-2  error', ' P-2 no_match']);
  expect(stderr).toContain('r.csv, row 3, customer_name: is longer than 300 characters');
});

test('NUL bytes, emoji and right-to-left names are text like any other, in ids too', async () => {
  const rows = (id: string) =>
    `${id}-😀,Zoë 👩‍⚕️ Müller,,Botox,40.00,2024-01-15\n${id}-שרה,שרה כהן,,Dysport,60.00,2024-01-16\n`;
  const answer = await reconcile(
    `${HEADER}${rows('R')}R-\0N\0UL,${SARAH}`,
    `${HEADER}${rows('P')}P-NUL,${SARAH}`,
  );
  expect(answer.code).toBe(0);
  expect(answer.rows?.slice(0, 3).map((row) => row.split(' ')[0])).toEqual(['R-😀', 'R-שרה', 'R-NUL']);
  expect(answer.rows?.[2]).toBe('R-NUL P-NUL match');
});

test('the first and the last day of the calendar and the smallest and the largest sum are read, those beyond are not', async () => {
  const row = (id: string, amount: string, date: string) =>
    `${id},Sarah Johnson,555-123-4567,Botox,${amount},${date}\n`;
  const good = (id: string) => row(`${id}-1`, '0', '1900-01-01') + row(`${id}-2`, '9999999.99', '2999-12-31');
  const bad =
    row('R-3', '10000000.01', '2024-01-15') +
    row('R-4', '1.00', '1899-12-31') +
    row('R-5', '1.00', '3000-01-01');
  const { code, stderr, rows } = await reconcile(HEADER + good('R') + bad, HEADER + good('P'));
  expect(code).toBe(0);
  expect(rows?.map((line) => line.split(' ').at(-1)).slice(2)).toEqual(['error', 'error', 'error']);
  expect(rows?.[1]).toBe('R-2 P-2 match');
  expect(stderr).toContain('row 4, amount: is more than 9999999.99 dollars: misread?');
  expect(stderr).toContain('row 6, date: is not a day of the calendar');
});
