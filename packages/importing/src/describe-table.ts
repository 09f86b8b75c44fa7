// Everything decided once per file: header, layout, columns. The rows are then read without further thought.
import { hasAmountColumn, type Program, type UploadKind } from '@medspasync/schemas';
import { programNamedIn } from './fields/program.ts';
import { tidyText } from './fields/text.ts';
import { ImportError } from './import-error.ts';
import { isHeaderWording, isKnownHeader } from './mapping/aliases.ts';
import { columnNotices } from './mapping/column-notices.ts';
import type { GuessedColumn } from './mapping/guessed-column.ts';
import { type ColumnCorrection, mapColumns } from './mapping/map-columns.ts';
import { recognizeLayout } from './mapping/recognize-layout.ts';
import type { TransactionLayout } from './providers/layout.ts';
import type { Row } from './source.ts';
import { type CellSplitter, findCombinedCells } from './table/combined-cells.ts';
import {
  displayNames,
  messageNames,
  normalizeHeader,
  quotableNames,
  quotedName,
} from './table/header-names.ts';
import { findHeaderRow } from './table/header-row.ts';

export interface TableDescription {
  headerRow: number;
  /** Header cells as the file has them, after combined cells were split. */
  header: string[];
  /** The same, each naming one column: for who may see what the file says. */
  columnNames: string[];
  /** What messages call each column. */
  messageNames: string[];
  /** What a person should know of the choice of columns. */
  notices: string[];
  split?: CellSplitter;
  /** Undefined: the mapping is guessed. */
  layout?: TransactionLayout;
  columns: GuessedColumn[];
  pointsColumns: ReadonlySet<number>;
  /** Whose points they are, where the header or the file's name says so. */
  pointsProgram?: Program;
  /** Data rows looked at, split. */
  sample: string[][];
}

export interface DescribeOptions {
  filename: string;
  givenName?: string | undefined;
  side: UploadKind;
  mapping?: readonly ColumnCorrection[];
  isCorrectable?: boolean;
}

/** @throws ImportError when the rows have no header, no amount, or are a balance snapshot; when a correction is amiss. */
export function describeTable(rows: readonly Row[], options: DescribeOptions): TableDescription {
  const headerRow = findHeaderRow(rows);
  if (!headerRow) throw noHeader(options.filename);
  const raw = headerRow.cells.map(tidyText);
  const below = rows.filter((row) => row.number > headerRow.number).map((row) => row.cells);
  const split = findCombinedCells(raw, below);
  const header = split ? split(raw) : raw;
  const sample = split ? below.map((cells) => split(cells)) : below;
  const layout = transactionLayoutOf(header, options.filename);
  const columns = mapColumns(header, sample, layout, options.mapping);
  const declared = new Set(Object.keys(layout?.columns ?? {}).map(normalizeHeader));
  const names = messageNames(header, (name) => isHeaderWording(name) || declared.has(normalizeHeader(name)));
  checkColumns(columns, names, headerRow, options);
  const pointsColumns = findPointsColumns(header, layout);
  const pointsProgram =
    onlyProgramIn(header) ?? programNamedIn([options.givenName, options.filename].join(' '));
  return {
    headerRow: headerRow.number,
    header,
    columnNames: displayNames(header),
    messageNames: names,
    notices: columnNotices({ headerRow: headerRow.number, header, names, columns, sample }),
    split,
    layout,
    columns,
    pointsColumns,
    pointsProgram,
    sample,
  };
}

const noHeader = (filename: string): ImportError =>
  new ImportError(
    'upload.no_header',
    `${filename}: no header row found; the first row of the table must name its columns.`,
  );

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
  { cells, number: row }: Row,
  { filename, isCorrectable, side }: DescribeOptions,
): void {
  const outside = columns.find(({ columnIndex }) => columnIndex >= names.length);
  if (outside) {
    const message = `${filename} has ${names.length} columns; the mapping names column ${outside.columnIndex + 1}.`;
    throw new ImportError('upload.bad_mapping', message);
  }
  if (isCorrectable || hasAmountColumn({ columns })) return;
  // Words of no known name in a row without an amount: that is data as likely as a header.
  if (!cells.some((cell) => isKnownHeader(cell.trim()))) throw noHeader(filename);
  const message =
    `${filename}, row ${row}: no column holds the ${NAME_OF_KIND[side]} amounts. The file has ${listed(names)}; ` +
    'call the column of the amounts “Amount”.';
  throw new ImportError('upload.no_amount_column', message, { row });
}

const NAME_OF_KIND: Readonly<Record<UploadKind, string>> = {
  reward: 'reward',
  pos: 'POS',
  reimbursement: 'reimbursement',
};

/** Enough to recognize the file by. */
const NAMES_LISTED = 20;

function listed(names: readonly string[]): string {
  const shown = quotableNames(names).slice(0, NAMES_LISTED).map(quotedName);
  const hidden = names.length - shown.length;
  return shown.join(', ') + (hidden > 0 ? ` and ${hidden} more` : '');
}

function onlyProgramIn(header: readonly string[]): Program | undefined {
  const named = new Set(header.map(programNamedIn).filter((program) => program !== undefined));
  return named.size === 1 ? [...named][0] : undefined;
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
