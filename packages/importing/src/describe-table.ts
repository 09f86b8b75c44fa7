// Everything decided once per file: header, layout, columns. The rows are then read without further thought.
import type { UploadSide } from '@medspasync/schemas';
import { tidyText } from './fields/text.ts';
import { ImportError } from './import-error.ts';
import type { GuessedColumn } from './mapping/guess-columns.ts';
import { type ColumnCorrection, mapColumns } from './mapping/map-columns.ts';
import { recognizeLayout } from './mapping/recognize-layout.ts';
import type { TransactionLayout } from './providers/layout.ts';
import type { Row } from './source.ts';
import { type CellSplitter, findCombinedCells } from './table/combined-cells.ts';
import { displayNames, normalizeHeader } from './table/header-names.ts';
import { findHeaderRow } from './table/header-row.ts';

export interface TableDescription {
  headerRow: number;
  /** Header cells as the file has them, after combined cells were split. */
  header: string[];
  /** The same, each naming one column. */
  columnNames: string[];
  split?: CellSplitter;
  /** Undefined: the mapping is guessed. */
  layout?: TransactionLayout;
  columns: GuessedColumn[];
  pointsColumns: ReadonlySet<number>;
  /** Data rows looked at, split. */
  sample: string[][];
}

export interface DescribeOptions {
  filename: string;
  side: UploadSide;
  mapping?: readonly ColumnCorrection[];
}

/** @throws ImportError when the rows have no header, are a balance snapshot, or hold no amount. */
export function describeTable(rows: readonly Row[], options: DescribeOptions): TableDescription {
  const headerRow = findHeaderRow(rows);
  if (!headerRow) {
    const message = `${options.filename}: no header row found; the first row of the table must name its columns.`;
    throw new ImportError('upload.no_header', message);
  }
  const raw = headerRow.cells.map(tidyText);
  const below = rows.filter((row) => row.number > headerRow.number).map((row) => row.cells);
  const split = findCombinedCells(raw, below);
  const header = split ? split(raw) : raw;
  const sample = split ? below.map((cells) => split(cells)) : below;
  const layout = transactionLayoutOf(header, options.filename);
  const columns = mapColumns(header, sample, layout, options.mapping);
  const columnNames = displayNames(header);
  checkColumns(columns, columnNames, headerRow.number, options);
  const pointsColumns = findPointsColumns(header, layout);
  return { headerRow: headerRow.number, header, columnNames, split, layout, columns, pointsColumns, sample };
}

function transactionLayoutOf(header: readonly string[], filename: string): TransactionLayout | undefined {
  const layout = recognizeLayout(header);
  if (layout?.kind !== 'snapshot') return layout;
  const message =
    `${filename} is a balance snapshot (${layout.name}): one row per patient with what is available, not what was ` +
    'redeemed. Export the redemptions or certificates used instead.';
  throw new ImportError('upload.snapshot', message);
}

function checkColumns(
  columns: readonly GuessedColumn[],
  names: readonly string[],
  row: number,
  { filename, side }: DescribeOptions,
): void {
  const outside = columns.find(({ columnIndex }) => columnIndex >= names.length);
  if (outside) {
    const message = `${filename} has ${names.length} columns; the mapping names column ${outside.columnIndex + 1}.`;
    throw new ImportError('upload.bad_mapping', message);
  }
  if (columns.some(({ field }) => field === 'amount')) return;
  const kind = side === 'reward' ? 'reward' : 'POS';
  const message = `${filename}, row ${row}: no column holds the ${kind} amounts; name one “Amount” or map it.`;
  throw new ImportError('upload.no_amount_column', message, { row });
}

function findPointsColumns(header: readonly string[], layout: TransactionLayout | undefined): Set<number> {
  const names = header.map(normalizeHeader);
  if (layout && !layout.isOpenEnded) {
    return new Set((layout.points ?? []).map((name) => names.indexOf(normalizeHeader(name))));
  }
  const counting = names.flatMap((name, index) =>
    /\bpoints?\b/.test(name) && !/value|amount/.test(name) ? [index] : [],
  );
  return new Set(counting);
}
