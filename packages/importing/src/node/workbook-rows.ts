// XLSX as rows, streamed: the workbook is never whole in memory.
import type { CellValue } from 'exceljs';
import { ImportError } from '../import-error.ts';
import type { ImportLimits, Row } from '../source.ts';
import { checkZipBounds } from './zip-bounds.ts';

const BATCH_ROWS = 1_000;

/** Rows of the first sheet that has any, in batches; gaps in the sheet are gaps in the numbers. */
export async function* readWorkbookRows(
  path: string,
  filename: string,
  limits: ImportLimits,
): AsyncGenerator<Row[]> {
  await checkZipBounds(path, filename);
  // Loaded only when a workbook comes: it costs a fifth of a second and most files are CSV.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of workbook) {
      let batch: Row[] = [];
      let isFilled = false;
      for await (const row of sheet) {
        if (row.cellCount > limits.columns) {
          const message = `${filename}, row ${row.number}: ${row.cellCount} columns, more than the ${limits.columns} allowed.`;
          throw new ImportError('upload.too_wide', message, { row: row.number });
        }
        isFilled = true;
        batch.push({ number: row.number, cells: textsOf(row.values as CellValue[]) });
        if (batch.length === BATCH_ROWS) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
      if (isFilled) return;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const message = `${filename} is no Excel workbook, or it is damaged; save it again.`;
    throw new ImportError('upload.unreadable', message);
  }
}

/** exceljs counts columns from 1. */
function textsOf(values: readonly CellValue[]): string[] {
  const cells: string[] = [];
  for (let column = 1; column < values.length; column++) cells.push(textOf(values[column]));
  return cells;
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  // Excel itself shows 15 digits; more are the noise of binary fractions.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}

/** Excel has no zones: exceljs puts the wall clock into UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000);
  return seconds.toISOString().slice(0, 19);
}
