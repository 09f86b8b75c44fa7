import fc from 'fast-check';
import papa from 'papaparse';
import { DEFAULT_LIMITS } from '../source.ts';
import { CsvRows } from './csv-rows.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Tokenizes text cut into pieces of `size` characters. */
function rowsOf(text: string, { delimiter = ',', size = text.length || 1, limits = DEFAULT_LIMITS } = {}) {
  const rows = new CsvRows(delimiter, 'file.csv', limits);
  const read = [];
  for (let at = 0; at < text.length; at += size) read.push(...rows.push(bytesOf(text.slice(at, at + size))));
  return [...read, ...rows.finish()].map(({ number, cells, refusal }) => ({
    number,
    cells,
    ...(refusal && { refusal }),
  }));
}

const cellsOf = (text: string, options = {}) => rowsOf(text, options).map(({ cells }) => cells);

test('LF, CRLF and CR all end a row', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(cellsOf(`a,b${end}1,2${end}`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
});

test('a line break inside quotes stays in the cell and counts as one spreadsheet row', () => {
  expect(rowsOf('a,b\n"x\r\ny",2\n\n3,4')).toEqual([
    { number: 1, cells: ['a', 'b'] },
    { number: 2, cells: ['x\r\ny', '2'] },
    { number: 3, cells: [''] },
    { number: 4, cells: ['3', '4'] },
  ]);
});

test('a quote inside a cell is a character, and text after a closing quote is kept', () => {
  expect(cellsOf('5" needle,"say ""hi"""\n"a"b,c')).toEqual([
    ['5" needle', 'say "hi"'],
    ['ab', 'c'],
  ]);
});

test('an unclosed quote is refused with the row and column where it opens', () => {
  expect(() => rowsOf('a,b\n1,2\n3,"four\n5,6\n')).toThrow(
    expect.objectContaining({ code: 'upload.unreadable', row: 3, column: 'column 2' }),
  );
});

test('an unclosed quote in an endless file is refused before it fills the memory', () => {
  const limits = { ...DEFAULT_LIMITS, rowCharacters: 10_000 };
  expect(() => rowsOf(`a,b\n1,"${'x,y\n'.repeat(100_000)}`, { size: 1_000, limits })).toThrow(
    expect.objectContaining({ code: 'upload.unreadable', row: 2, column: 'column 2' }),
  );
});

const refusals = (text: string, options = {}) =>
  rowsOf(text, options).map(({ number, cells, refusal }) => [number, refusal?.code ?? cells.join()]);

test('a million commas are passed over and the rows after them kept, however the text is cut into chunks', () => {
  const wide = ','.repeat(4_000_000);
  for (const size of [5_000_000, 65_536, 4_000_005]) {
    for (const end of ['\n', '\r\n', '\r'])
      expect(refusals(`a,b${end}${wide}${end}1,2${end}`, { size })).toEqual([
        [1, 'a,b'],
        [2, 'upload.too_wide'],
        [3, '1,2'],
      ]);
    expect(refusals(`a,b\n${wide}`, { size })).toEqual([
      [1, 'a,b'],
      [2, 'upload.too_wide'],
    ]);
  }
});

test('a row of one endless cell is passed over as too long', () => {
  expect(refusals(`a,b\n${'x'.repeat(3_000_000)}\n1,2`, { size: 65_536 })).toEqual([
    [1, 'a,b'],
    [2, 'upload.too_long_row'],
    [3, '1,2'],
  ]);
});

test('line ends and quotes inside quotes do not end the row that is passed over', () => {
  const limits = { ...DEFAULT_LIMITS, columns: 3, rowCharacters: 20 };
  const text = `a,b\n${'x,'.repeat(15)}"one\n""two"",\r\n",y,"z"\r\n1,"2"\r\n`;
  for (let size = 1; size <= text.length; size++)
    expect(refusals(text, { size, limits })).toEqual([
      [1, 'a,b'],
      [2, 'upload.too_wide'],
      [3, '1,2'],
    ]);
});

test('of a row that never ends no more is held than a row may have, and a chunk', () => {
  const limits = { ...DEFAULT_LIMITS, rowCharacters: 10_000 };
  const rows = new CsvRows(',', 'file.csv', limits);
  const before = process.memoryUsage().heapUsed;
  const chunk = bytesOf(`${'x'.repeat(999)},`.repeat(100));
  for (let n = 0; n < 5_000; n++) expect(rows.push(chunk)).toEqual([]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  expect(rows.finish()).toMatchObject([{ number: 1, refusal: { code: 'upload.too_wide' } }]);
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '1', '\t'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

test('whatever a writer quotes comes back unchanged, however the text is cut into chunks', () => {
  const options = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    size: fc.integer({ min: 1, max: 30 }),
    newline: fc.constantFrom('\n', '\r\n'),
  });
  fc.assert(
    fc.property(table, options, (rows, { delimiter, size, newline }) => {
      const text = papa.unparse(rows, { delimiter, newline, quotes: true });
      expect(cellsOf(text, { delimiter, size })).toEqual(rows);
    }),
  );
});

test('sparsely quoted text reads as another CSV reader reads it', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 30 }), (rows, size) => {
      const text = papa.unparse(rows, { newline: '\n' });
      const expected = papa.parse<string[]>(text, { newline: '\n', delimiter: ',' }).data;
      const read = cellsOf(text, { size });
      expect(read).toEqual(expected.slice(0, read.length));
    }),
  );
});

/** The same rules read one character after another, as they are written down; undefined for a quote never closed. */
function naiveRows(text: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [''];
  let isQuoted = false;
  let isAtStart = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const isClosing = isQuoted && char === '"' && text[at + 1] !== '"';
    if (isClosing) isQuoted = false;
    else if (isQuoted) {
      row[row.length - 1] += char;
      if (char === '"') at += 1;
    } else if (char === '"' && isAtStart) isQuoted = true;
    else if (char === ',') row.push('');
    else if (char === '\n' || char === '\r') {
      rows.push(row);
      row = [''];
      if (char === '\r' && text[at + 1] === '\n') at += 1;
    } else row[row.length - 1] += char;
    isAtStart = char === ',' || char === '\n' || char === '\r';
    if (isQuoted) isAtStart = false;
  }
  if (isQuoted) return undefined;
  if (text !== '' && !/[\n\r]$/.test(text)) rows.push(row);
  return rows;
}

test('hostile text reads as the rules say, however it is cut and however often its cells repeat', () => {
  const pieces = [
    'a',
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\r\n',
    ' ',
    'é',
    '表',
    '\ufeff',
    '\t',
    'abcabcabc',
    '"x,\ny"',
  ];
  const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (once, size) => {
      const hostile = once.repeat(3);
      const expected = naiveRows(hostile);
      if (!expected) expect(() => cellsOf(hostile, { size })).toThrow('never closed');
      else expect(cellsOf(hostile, { size })).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});
