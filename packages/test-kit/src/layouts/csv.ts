// Transactions → CSV text in the layouts of real systems, a line at a time so that a million rows need no memory.
import type { Transaction } from '@medspasync/schemas';
import type { CsvLayout } from './csv-layout.ts';
import { POS_LAYOUTS } from './pos-layouts.ts';
import { REMITTANCE_LAYOUT } from './remittance-layout.ts';
import { REWARD_LAYOUTS } from './reward-layouts.ts';

export const CSV_LAYOUTS = {
  ...POS_LAYOUTS,
  ...REWARD_LAYOUTS,
  remittance: REMITTANCE_LAYOUT,
} satisfies Record<string, CsvLayout>;
export type CsvLayoutName = keyof typeof CSV_LAYOUTS;

export interface CsvOptions {
  /** A byte-order mark first, as Excel and Mindbody write it. Default false. */
  bom?: boolean;
  /** Rows above the header: a report's title, its date range. Default none. */
  titleRows?: readonly (readonly string[])[];
  /** Default `,`. */
  delimiter?: ',' | ';' | '\t' | '|';
  /** Default `\r\n`, as RFC 4180 has it. */
  lineEnd?: '\r\n' | '\n';
  /** A last row with the sum of the amounts, as reports have. Default false. */
  totalRow?: boolean;
}

const mustBeQuoted = (cell: string, delimiter: string): boolean =>
  cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r');

const quoted = (cell: string, delimiter: string): string =>
  mustBeQuoted(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The lines of a file, each with its line end. */
export function* csvLines(
  rows: Iterable<Transaction>,
  layoutName: CsvLayoutName,
  options: CsvOptions = {},
): Generator<string> {
  const layout: CsvLayout = CSV_LAYOUTS[layoutName];
  const { bom = false, titleRows = [], delimiter = ',', lineEnd = '\r\n', totalRow = false } = options;
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd;

  if (bom) yield '\ufeff';
  for (const cells of titleRows) yield line(cells);
  yield line(layout.header);
  let totalCents = 0;
  for (const row of rows) {
    totalCents += row.amountCents;
    yield line(layout.cells(row));
  }
  if (totalRow) {
    yield line(['Total', ...layout.header.slice(2).map(() => ''), `$${(totalCents / 100).toFixed(2)}`]);
  }
}

/** A whole file as one string. For more than some hundred thousand rows, write `csvLines` to a stream. */
export const writeCsv = (
  rows: Iterable<Transaction>,
  layout: CsvLayoutName,
  options: CsvOptions = {},
): string => Array.from(csvLines(rows, layout, options)).join('');
