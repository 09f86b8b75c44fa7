import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ExportFormat } from '@medspasync/schemas';
import excel from 'exceljs';
import fc from 'fast-check';
import papa from 'papaparse';
import { guardFormula, type MatchesRow, type WriteMatchesOptions, writeMatches } from './index.ts';

const match: MatchesRow = {
  rewardId: 'R-1',
  posIds: ['P-7', 'P-8'],
  result: 'match',
  matchProbability: 0.98123456789,
  confidenceLevel: 'Very High',
  recommendation: 'AUTO_APPROVE',
  reason: 'Same patient, "Kate" is short for Katherine',
  explanation: {
    baseLogOdds: -2,
    totalLogOdds: 3.5,
    summary: 'Same patient.',
    contributions: [
      { comparison: 'name', label: 'Patient name', logOdds: 4, detail: 'same' },
      { comparison: 'amount', label: 'Amount', logOdds: 1.5, detail: '$40 equals $40' },
    ],
  },
};
const unclaimed: MatchesRow = {
  rewardId: null,
  posIds: ['P-9'],
  result: 'no_match',
  matchProbability: 0,
  confidenceLevel: 'Very Low',
  recommendation: 'REVIEW_REQUIRED',
  reason: 'No reward claims it',
};

async function written(
  rows: MatchesRow[],
  format: ExportFormat,
  options?: WriteMatchesOptions,
): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeMatches(rows, format, output, options)]);
  return bytes;
}

const csv = async (rows: MatchesRow[], options?: WriteMatchesOptions) =>
  (await written(rows, 'csv', options)).toString('utf8');

test('a CSV begins with a byte order mark where it is asked for, once', async () => {
  const [plain, marked] = [await csv([match]), await csv([match], { hasByteOrderMark: true })];
  expect(marked).toBe(`\uFEFF${plain}`);
});

test('a matches file has the fixed header, CRLF line ends and quotes only where they are needed', async () => {
  expect(await csv([match, unclaimed])).toBe(
    'reward_id,pos_ids,result,match_probability,confidence_level,recommendation,reason\r\n' +
      'R-1,P-7;P-8,match,0.981235,Very High,AUTO_APPROVE,"Same patient, ""Kate"" is short for Katherine"\r\n' +
      ',P-9,no_match,0,Very Low,REVIEW_REQUIRED,No reward claims it\r\n',
  );
});

test('ids with a semicolon or a percent sign in them can be told apart again', async () => {
  const posIds = ['A;B', '50%', 'C%3BD', 'E'];
  const [, line] = (await csv([{ ...match, posIds, reason: 'x' }])).split('\r\n');
  const cell = line!.split(',')[1]!;
  expect(cell).toBe('A%3BB;50%25;C%253BD;E');
  expect(cell.split(';').map(decodeURIComponent)).toEqual(posIds);
  const workbook = new excel.Workbook();
  const bytes = await written([{ ...match, posIds }], 'xlsx');
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  expect(workbook.worksheets[0]!.getCell('B2').value).toBe(cell);
  expect(JSON.parse((await written([{ ...match, posIds }], 'json')).toString('utf8'))[0].pos_ids).toEqual(
    posIds,
  );
});

test('with the comparisons named, every score is followed by the sum it is', async () => {
  const [header, first, second] = (
    await csv([match, unclaimed], { comparisons: ['name', 'amount', 'date'] })
  ).split('\r\n');
  expect(header).toMatch(/,reason,base_log_odds,name_log_odds,amount_log_odds,date_log_odds,total_log_odds$/);
  expect(first).toMatch(/,-2,4,1.5,,3.5$/);
  expect(second).toMatch(/,,,,,$/);
});

test('what became of the money after the run stands behind the fixed columns, and is no formula either', async () => {
  const since = {
    restWrittenOff: 30,
    restAwaitingApproval: null,
    restReason: '=HYPERLINK("http://x")',
    saleNote: null,
  };
  const options = { withMoneySince: true };
  const [header, first, second] = (await csv([{ ...match, since }, unclaimed], options)).split('\r\n');
  expect(header).toMatch(
    /^reward_id,.*,reason,rest_written_off,rest_awaiting_approval,rest_reason,sale_note$/,
  );
  expect(first).toMatch(/,30,,"'=HYPERLINK\(""http:\/\/x""\)",$/);
  expect(second).toMatch(/,No reward claims it,,,,$/);
  const [object] = JSON.parse((await written([{ ...match, since }], 'json', options)).toString('utf8'));
  expect(object).toMatchObject({ rest_written_off: 30, rest_awaiting_approval: null, sale_note: null });
});

test('an id that a spreadsheet would run as a formula is defused, a negative number is left alone', async () => {
  const ids = ['=HYPERLINK("http://x")', '+1-555', '-12.50', '@sum', '\tx', '\nx', '＝1+1', 'R-1'];
  const text = await csv(ids.map((rewardId) => ({ ...unclaimed, rewardId })));
  const rewardIds = papa
    .parse<string[]>(text.trimEnd())
    .data.slice(1)
    .map((cells) => cells[0]);
  expect(rewardIds).toEqual([
    '\'=HYPERLINK("http://x")',
    "'+1-555",
    '-12.50',
    "'@sum",
    "'\tx",
    "'\nx",
    "'＝1+1",
    'R-1',
  ]);
});

test('whatever an id or a reason says comes back from the file, but for the apostrophe of a defused formula', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ē', '"', ',', ';', '\n', '\r', ' ', '1', '=', '-') });
  await fc.assert(
    fc.asyncProperty(text, text, async (rewardId, reason) => {
      const [, read] = papa.parse<string[]>(await csv([{ ...match, rewardId, reason }]), {
        newline: '\r\n',
        delimiter: ',',
      }).data;
      expect([read?.[0], read?.[6]]).toEqual([guardFormula(rewardId), guardFormula(reason)]);
    }),
  );
});

test('the cells of a sum add up to its total within a millionth, however many there are', async () => {
  // The most that rounding can take from each cell, all on one side.
  const logOdds = 1.000_000_499_4;
  const contributions = Array.from({ length: 9 }, (_, n) => ({
    comparison: `c${n}`,
    label: 'Part',
    logOdds,
    detail: '',
  }));
  const explanation = { baseLogOdds: logOdds, totalLogOdds: 10 * logOdds, summary: '', contributions };
  const comparisons = contributions.map(({ comparison }) => comparison);
  const [, line] = (await csv([{ ...match, reason: 'x', explanation }], { comparisons })).split('\r\n');
  const cells = line!.split(',').slice(7).map(Number);
  const parts = cells.slice(0, -1).reduce((sum, part) => sum + part, 0);
  expect(Math.abs(parts - cells.at(-1)!)).toBeLessThan(1e-6);
});

test('JSON keeps the ids as a list and the explanation whole', async () => {
  const rows = JSON.parse((await written([match, unclaimed], 'json', { comparisons: ['name'] })).toString());
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    reward_id: 'R-1',
    pos_ids: ['P-7', 'P-8'],
    explanation: { base_log_odds: -2, contributions: [{ log_odds: 4 }, { log_odds: 1.5 }] },
  });
  expect(rows[1]).toMatchObject({ reward_id: null, explanation: null });
  expect(JSON.parse((await written([], 'json')).toString())).toEqual([]);
});

test('a workbook has the same rows, with probabilities as numbers', async () => {
  const workbook = new excel.Workbook();
  const bytes = await written([match, { ...unclaimed, posIds: ['=1+1'] }], 'xlsx');
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
  const sheet = workbook.worksheets[0]!;
  expect(sheet.rowCount).toBe(3);
  expect(sheet.getCell('D2').value).toBe(0.981235);
  expect(sheet.getCell('B3').value).toBe("'=1+1");
});

test.each([
  'csv',
  'json',
  'xlsx',
] as const)('a full disk while writing %s is reported, not swallowed', async (format) => {
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    },
  });
  await expect(writeMatches([match], format, output)).rejects.toMatchObject({ code: 'ENOSPC' });
});

test('no more than a chunk of text waits for a slow output', async () => {
  let produced = 0;
  let taken = 0;
  let furthestAhead = 0;
  function* rows() {
    for (let n = 0; n < 20_000; n++) {
      produced += 100;
      furthestAhead = Math.max(furthestAhead, produced - taken);
      yield { ...unclaimed, reason: 'x'.repeat(100) };
    }
  }
  const output = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      taken += chunk.length;
      setImmediate(done);
    },
  });
  await writeMatches(rows(), 'csv', output);
  expect(taken).toBeGreaterThan(2_000_000);
  expect(furthestAhead).toBeLessThan(1_000_000);
});
