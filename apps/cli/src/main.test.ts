// The command as a person runs it: a process, files, exit codes.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateBooks, writeCsv } from '@medspasync/test-kit';
import excel from 'exceljs';
import { runCommand } from './testing/run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const out = (name = 'matches.csv') => readFileSync(join(folder, name), 'utf8');

const run = (argv: readonly string[], shell?: string) => runCommand(folder, argv, shell);

const ARGUMENTS = ['--rewards', 'rewards.csv', '--pos', 'pos.csv', '--out', 'matches.csv'];

const HEADER =
  'transaction_id,customer_name,customer_phone,customer_email,service,amount,date,provider,location\n';
/** The five sample pairs of the documentation (exact, title, nickname, other amount, other day), and a POS row too many. */
const REWARDS =
  `${HEADER}R-1,Sarah Johnson,(555) 123-4567,sarah@example.com,Botox Treatment,450.00,2024-01-15,Dr. Lee,Downtown\n` +
  'R-2,Michael Chen,555-222-3333,michael@example.com,Dysport,300.00,2024-01-16,Dr. Lee,Downtown\n' +
  'R-3,Katherine O’Neil,555-333-4444,kate@example.com,Jeuveau,240.00,2024-01-17,NP Ruiz,Uptown\n' +
  'R-4,Emily Davis,555-987-6543,emily@example.com,Juvéderm Ultra,650.00,2024-01-18,Dr. Lee,Downtown\n' +
  'R-5,Ana Lee,555-444-5555,ana@example.com,Xeomin,280.00,2024-01-19,NP Ruiz,Uptown\n';
const POS =
  `${HEADER}P-5,Ana Lee,555-444-5555,ana@example.com,Xeomin,280.00,2024-01-21,NP Ruiz,Uptown\n` +
  'P-6,Robert Miller,555-888-9999,rob@example.com,Facial,120.00,2024-03-02,Dr. Park,Midtown\n' +
  'P-1,Sarah Johnson,(555) 123-4567,sarah@example.com,Botox Treatment,450.00,2024-01-15,Dr. Lee,Downtown\n' +
  'P-2,Dr. Michael Chen,555-222-3333,michael@example.com,Dysport,300.00,2024-01-16,Dr. Lee,Downtown\n' +
  'P-3,Kate O’Neil,555-333-4444,kate@example.com,Jeuveau,240.00,2024-01-17,NP Ruiz,Uptown\n' +
  'P-4,Emily Davis,555-987-6543,emily@example.com,Juvéderm Ultra,645.00,2024-01-18,Dr. Lee,Downtown\n';

const columns = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 3));

test('the five sample rewards are matched in their order, and the sixth POS row is left over', async () => {
  write('rewards.csv', REWARDS);
  write('pos.csv', POS);
  const { code, stdout, stderr } = await run([...ARGUMENTS, '--threshold', '0.5']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(columns(out())).toEqual([
    ['R-1', 'P-1', 'match'],
    ['R-2', 'P-2', 'match'],
    ['R-3', 'P-3', 'match'],
    ['R-4', 'P-4', 'match'],
    ['R-5', 'P-5', 'match'],
    ['', 'P-6', 'no_match'],
  ]);
  expect(stderr).toMatch(/Matched +5 +\$1,920\.00/);
  expect(stderr).toMatch(/records\/s, \d+ MB at peak/);
  expect(
    out().startsWith('reward_id,pos_ids,result,match_probability,confidence_level,recommendation,reason\r\n'),
  ).toBe(true);
  expect(readFileSync(join(folder, 'rewards.csv'), 'utf8')).toBe(REWARDS);
});

test('with --explain the contributions stand beside each score and add up to it', async () => {
  write('rewards.csv', REWARDS);
  write('pos.csv', POS);
  expect(await run([...ARGUMENTS, '--explain', '--format', 'json', '--threshold', '0.5'])).toMatchObject({
    code: 0,
  });
  const [first] = JSON.parse(out());
  const { base_log_odds, total_log_odds, contributions } = first.explanation;
  const sum = contributions.reduce(
    (total: number, part: { log_odds: number }) => total + part.log_odds,
    base_log_odds,
  );
  expect(sum).toBeCloseTo(total_log_odds, 6);
  expect(first.pos_ids).toEqual(['P-1']);
});

test('with --stages the last line tells where the time went, from loading the program to writing the file', async () => {
  write('rewards.csv', REWARDS);
  write('pos.csv', POS);
  const { code, stderr } = await run([...ARGUMENTS, '--stages']);
  expect(code).toBe(0);
  const stages: { stage: string; duration_ms: number }[] = JSON.parse(
    stderr.trimEnd().split('\n').at(-1)!,
  ).stages;
  const names = stages.map(({ stage }) => stage);
  expect(names.slice(0, 4)).toEqual(['start', 'read rewards', 'load model', 'read POS']);
  expect(names).toContain('compare');
  expect(names.at(-1)).toBe('write');
  // The engine has no clock of its own: it was given one.
  const engine = stages.slice(4, -1).reduce((sum, { duration_ms }) => sum + duration_ms, 0);
  expect(engine).toBeGreaterThan(0);
});

test('a workbook comes out with the same rows', async () => {
  write('rewards.csv', REWARDS);
  write('pos.csv', POS);
  const argv = [...ARGUMENTS.slice(0, 4), '--out', 'matches.xlsx', '--explain'];
  expect(await run(argv)).toMatchObject({ code: 0 });
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(join(folder, 'matches.xlsx'));
  expect(workbook.worksheets[0]!.rowCount).toBe(7);
  expect(workbook.worksheets[0]!.getCell('A2').value).toBe('R-1');
  expect(workbook.worksheets[0]!.getCell('D2').value).toEqual(expect.any(Number));
});

test('a reward that cannot be read keeps its place as an error, and is named on standard error', async () => {
  write('rewards.csv', REWARDS.replace('240.00,2024-01-17', '240.00,2024-02-31'));
  write('pos.csv', POS);
  const { code, stderr } = await run([...ARGUMENTS, '--threshold', '0.5']);
  expect(code).toBe(0);
  expect(columns(out()).slice(1, 4)).toEqual([
    ['R-2', 'P-2', 'match'],
    ['R-3', '', 'error'],
    ['R-4', 'P-4', 'match'],
  ]);
  expect(stderr).toContain('rewards.csv, row 4, date: is not a day of the calendar');
});

test('rows without ids are called by their number', async () => {
  const withoutIds = (text: string) => text.replaceAll(/^[^,]*,/gm, '');
  write('rewards.csv', withoutIds(REWARDS));
  write('pos.csv', withoutIds(POS));
  expect(await run([...ARGUMENTS, '--threshold', '0.5'])).toMatchObject({ code: 0 });
  expect(columns(out())[0]).toEqual(['row:1', 'row:3', 'match']);
});

test('every reward has one line in input order, and every POS row is either claimed or listed', async () => {
  const books = generateBooks({ seed: 5, rewards: 300, process: 'front-desk' });
  write('rewards.csv', writeCsv(books.rewards, 'plain'));
  write('pos.csv', writeCsv(books.pos, 'plain'));
  expect(await run(ARGUMENTS)).toMatchObject({ code: 0 });
  const lines = columns(out());
  const idsOf = (rows: { transactionId?: string }[]) => rows.map(({ transactionId }) => transactionId);
  expect(lines.slice(0, 300).map(([rewardId]) => rewardId)).toEqual(idsOf(books.rewards));
  const listed = new Set(lines.flatMap(([, posIds]) => posIds!.split(';')).filter((id) => id !== ''));
  expect([...listed].sort()).toEqual([...new Set(idsOf(books.pos))].sort());
  expect(lines.slice(300).every(([rewardId, , result]) => rewardId === '' && result === 'no_match')).toBe(
    true,
  );
});

test('bad arguments end with 2 and say how it is done', async () => {
  const { code, stderr } = await run(['--rewards', 'rewards.csv']);
  expect(code).toBe(2);
  expect(stderr).toContain('--pos is missing');
  expect(stderr).toContain('npm run reconcile --');
});

test('an input that does not exist, is no table or holds no readable row ends with 3 and its name', async () => {
  write('pos.csv', POS);
  expect(await run(ARGUMENTS)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('rewards.csv does not exist'),
  });
  write('rewards.csv', Buffer.from('89504e470d0a1a0a', 'hex'));
  expect(await run(ARGUMENTS)).toMatchObject({ code: 3, stderr: expect.stringContaining('PNG') });
  write('rewards.csv', `${HEADER}R-1,Sarah,,,,forty,,,\n`);
  expect(await run(ARGUMENTS)).toMatchObject({
    code: 3,
    stderr:
      'rewards.csv: not one row can be read, 1 bad row:\nrewards.csv, row 2, amount: is not a sum of money\n',
  });
  expect(readdirSync(folder).sort()).toEqual(['pos.csv', 'rewards.csv']);
});

test.each([
  '1',
  '2',
])('of two unreadable inputs both are named, with how many rows are bad, by %s workers', async (workers) => {
  write('rewards.csv', `${HEADER}${'R-1,Sarah,,,,forty,,,\n'.repeat(12)}`);
  const { code, stderr } = await run([...ARGUMENTS, '--workers', workers]);
  expect(code).toBe(3);
  expect(stderr).toContain('rewards.csv: not one row can be read, 12 bad rows:\n');
  expect(stderr).toContain('rewards.csv, row 3, amount: is not a sum of money\n');
  expect(stderr).toContain('rewards.csv: 2 more rows could not be read\n');
  expect(stderr).toContain('pos.csv does not exist.\n');
});

test('an input whose amounts nobody can find ends with 3, its name and the columns it has', async () => {
  write('pos.csv', POS);
  write('rewards.csv', 'Guest,Day,Given\nSarah Johnson,2024-01-15,6 units\n');
  const { code, stderr } = await run(ARGUMENTS);
  expect(code).toBe(3);
  expect(stderr).toContain('rewards.csv, row 1: no column holds the reward amounts');
  expect(stderr).toContain('“Guest”, “Given” and 1 more;');
  expect(stderr).not.toContain('Sarah');
  expect(readdirSync(folder).sort()).toEqual(['pos.csv', 'rewards.csv']);
});

test('an input without a header row ends with 3, and no cell of it is quoted', async () => {
  write('pos.csv', POS);
  write('rewards.csv', 'Mary Secretperson,Botox,Alle,Main Clinic\nJohn Hiddenname,Botox,Alle,Main Clinic\n');
  expect(await run(ARGUMENTS)).toMatchObject({
    code: 3,
    stderr: 'rewards.csv: no header row found; the first row of the table must name its columns.\n',
  });
});

test('what the files leave open is said: their order of days, ids that are not unique, sides that look swapped', async () => {
  const header = 'Redemption ID,Member Name,Amount,Redemption Date\n';
  write('pos.csv', `${header}R-1,Ann Cole,45,03/02/2024\nR-1,Bea Fox,46,04/02/2024\n`);
  write(
    'rewards.csv',
    'Sale ID,Client,Amount,Sale Date\nP-1,Ann Cole,45,03/02/2024\nP-2,Bea Fox,46,13/02/2024\n',
  );
  for (const workers of ['1', '2']) {
    const { code, stderr } = await run([...ARGUMENTS, '--threshold', '0.5', '--workers', workers]);
    expect(code).toBe(0);
    expect(stderr).toContain('--rewards and --pos may be swapped: by its columns rewards.csv holds sales\n');
    expect(stderr).toContain('pos.csv: 1 row has the id of an earlier row;');
    expect(stderr).toContain('pos.csv: dates were read day first, as in rewards.csv;');
    expect(columns(out())[0]).toEqual(['P-1', 'R-1', 'match']);
  }
});

test('an input of an unknown layout is read by what its cells look like', async () => {
  write('rewards.csv', 'Guest,Cell,Rcvd,Day\nSarah Johnson,(555) 123-4567,450.00,2024-01-15\n');
  write('pos.csv', POS);
  expect(await run([...ARGUMENTS, '--threshold', '0.5'])).toMatchObject({ code: 0 });
  expect(columns(out())[0]).toEqual(['row:1', 'P-1', 'match']);
});

test('a reward matches the negative line the front desk gave it on, not the whole invoice', async () => {
  write(
    'rewards.csv',
    'transaction_id,customer_name,amount,date,program\nR1,Ana Lee,40.00,2024-01-15,alle\n',
  );
  write(
    'pos.csv',
    'transaction_id,customer_name,service,amount,date\nP1,Ana Lee,Botox,450.00,2024-01-15\n' +
      'P2,Ana Lee,Alle Rewards discount,-40.00,2024-01-15\n',
  );
  expect(await run(ARGUMENTS)).toMatchObject({ code: 0 });
  expect(columns(out())[0]).toEqual(['R1', 'P2', 'match']);
  write(
    'pos.csv',
    'Sale Date,Client ID,Client,Sale ID,Item name,Item Total,Total Paid w/ Payment Method,Payment Method\n' +
      '1/15/2024,7,"Lee, Ana",50211,Botox,450.00,410.00,Cash\n' +
      '1/15/2024,7,"Lee, Ana",50211,Alle Rewards,-$40.00,---,---\n',
  );
  expect(await run(ARGUMENTS)).toMatchObject({ code: 0 });
  expect(columns(out())[0]).toEqual(['R1', 'row:2', 'match']);
});

test('a disk that takes no more ends with a clear word and leaves nothing behind', async () => {
  const many = Array.from(
    { length: 3_000 },
    (_, n) => `P-${n},Patient ${n},,,Facial,${n + 1}.00,2024-01-15,,\n`,
  ).join('');
  write('rewards.csv', REWARDS);
  write('pos.csv', `${HEADER}${many}`);
  // Files of more than 16 blocks of 512 bytes cannot be written by this process.
  const { code, stderr } = await run(ARGUMENTS, 'ulimit -f 16;');
  expect(code).toBe(1);
  expect(stderr).toContain('could not be written');
  expect(readdirSync(folder).sort()).toEqual(['pos.csv', 'rewards.csv']);
});

test('the matches are the same with any number of workers', async () => {
  const books = generateBooks({ seed: 5, rewards: 300, process: 'front-desk' });
  write('rewards.csv', writeCsv(books.rewards, 'plain'));
  write('pos.csv', writeCsv(books.pos, 'plain'));
  const found = new Set<string>();
  for (const workers of ['1', '2', '4']) {
    expect(await run([...ARGUMENTS, '--workers', workers])).toMatchObject({ code: 0 });
    found.add(out());
  }
  expect(found.size).toBe(1);
});
