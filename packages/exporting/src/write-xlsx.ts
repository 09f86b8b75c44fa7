// Rows as an Excel workbook, streamed.
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { guardFormula } from './formula-guard.ts';
import type { Cell } from './matches-row.ts';

/** What a sheet of Excel holds, header included. */
const MAX_SHEET_ROWS = 1_048_576;
/** Rows written between two pauses: exceljs knows no back-pressure, so the output gets time to drain. */
const ROWS_PER_TURN = 500;

/** Writes the header and all rows to one sheet and ends `output`. @throws when Excel could not hold the rows. */
export async function writeXlsx(
  header: readonly string[],
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>,
  output: Writable,
): Promise<void> {
  // Loaded only when asked for: it costs a fifth of a second, and most results are CSV.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const written = pipeline(stream, output);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const writing = async () => {
    const sheet = workbook.addWorksheet('Matches', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(header).commit();
    let count = 1;
    for await (const cells of rows) {
      count += 1;
      if (count > MAX_SHEET_ROWS)
        throw new Error(`Excel holds ${MAX_SHEET_ROWS} rows at most; choose CSV or JSON.`);
      sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))).commit();
      if (count % ROWS_PER_TURN === 0) await setImmediate();
    }
    await workbook.commit();
  };
  await Promise.all([written, writing().catch((error: Error) => stream.destroy(error))]);
}
