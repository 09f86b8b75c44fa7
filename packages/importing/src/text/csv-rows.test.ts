import fc from 'fast-check';
import papa from 'papaparse';
import { DEFAULT_LIMITS } from '../source.ts';
import { CsvRows } from './csv-rows.ts';

/** Tokenizes text cut into pieces of `size` characters. */
function rowsOf(text: string, { delimiter = ',', size = text.length || 1, limits = DEFAULT_LIMITS } = {}) {
  const rows = new CsvRows(delimiter, 'file.csv', limits);
  const read = [];
  for (let at = 0; at < text.length; at += size) read.push(...rows.push(text.slice(at, at + size)));
  return [...read, ...rows.finish()];
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

test('a million commas are refused as too wide, also when the line never ends', () => {
  for (const size of [4_000_000, 65_536]) {
    expect(() => rowsOf(`a,b\n${','.repeat(4_000_000)}`, { size })).toThrow(
      expect.objectContaining({ code: 'upload.too_wide', row: 2 }),
    );
  }
});

test('a row of one endless cell is refused as too long', () => {
  expect(() => rowsOf(`a,b\n${'x'.repeat(3_000_000)}`, { size: 65_536 })).toThrow(
    expect.objectContaining({ code: 'upload.too_long_row', row: 2 }),
  );
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
