// The importer as a sentence: open the sheet, describe its table, decide the order of its dates, read its rows.
import {
  hasAmountColumn,
  type SkippedRow,
  type Transaction,
  type TransactionCells,
  type UploadKind,
  type UploadSide,
} from '@medspasync/schemas';
import { Batches } from './batches.ts';
import { describeTable, type TableDescription } from './describe-table.ts';
import type { DateOrder } from './fields/date.ts';
import { DateOrderEvidence, type DecidedOrder } from './fields/date-order.ts';
import { ImportError } from './import-error.ts';
import { describeMapping, type ImportMapping } from './mapping/describe-mapping.ts';
import { likelySide } from './mapping/likely-side.ts';
import type { ColumnCorrection } from './mapping/map-columns.ts';
import { openSheet, type Sheet } from './open-sheet.ts';
import { CellColumns, firstFilled } from './rows/cell-columns.ts';
import { rowName } from './rows/row-name.ts';
import { type OnTheWall, RowReader, type RowReading } from './rows/row-reader.ts';
import { StringCells } from './rows/string-cells.ts';
import { textOfCell } from './rows/text-cells.ts';
import { transactionOf } from './rows/transaction-of.ts';
import {
  DEFAULT_LIMITS,
  type ImportLimits,
  type ImportSource,
  type Row,
  type RowCells,
  refusedRow,
} from './source.ts';
import { createNonDataCheck, isBlankFrom } from './table/non-data-rows.ts';
import { CsvRow } from './text/csv-row.ts';

export interface ImportOptions {
  side: UploadKind;
  /** A person's correction: these columns as told, the others as detected unless their field was given away. */
  mapping?: readonly ColumnCorrection[];
  /**
   * The mapping goes to a person who can correct it, so a file without an amount column is not refused: `sink` hears of
   * no row, for each would be skipped for that one reason, and the summary's mapping has no amount (`hasAmountColumn`).
   */
  isCorrectable?: boolean;
  /** Overrules what the file's dates say. */
  dateOrder?: DateOrder;
  /** What the day of a moment is (`2026-03-01T23:30:00Z`); without, it is the day as written, and the offset is dropped. */
  onTheWall?: OnTheWall;
  limits?: Partial<ImportLimits>;
  signal?: AbortSignal;
}

/** Where the rows go. A returned promise is awaited before the next row, so a slow sink slows the reading. */
export interface TransactionSink {
  /** `row`: as a spreadsheet numbers it. */
  onTransaction(transaction: Transaction, row: number): void | Promise<void>;
  /** `transactionId` is set for data rows that could not be read, absent for totals, notes and repeated headers. */
  onSkipped?(skipped: SkippedRow, transactionId?: string): void | Promise<void>;
}

/** The same for who needs no objects. `cells` are true until it returns. */
export interface CellSink extends Pick<TransactionSink, 'onSkipped'> {
  onCells(cells: TransactionCells, row: number): void;
}

export interface ImportSummary {
  mapping: ImportMapping;
  /** Data rows, readable or not. */
  totalRows: number;
  /** The side of a job the file most likely is; undefined where it does not say. */
  likelySide?: UploadSide | undefined;
}

/** Where the rows of a file without amounts go. */
const NOWHERE: CellSink = { onCells() {} };

/** Rows looked at before anything is decided. */
const SAMPLE_ROWS = 1_000;

/**
 * Reads a CSV or XLSX file of any layout into `sink`, holding no more than a batch of rows and a sample of 1,000.
 * Bad rows are skipped with their reasons; the good ones around them are kept.
 * @throws ImportError when the file as a whole cannot be read.
 */
export async function streamTransactions(
  source: ImportSource,
  options: ImportOptions,
  sink: TransactionSink | CellSink,
): Promise<ImportSummary> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const sheet = await openSheet(source, limits);
  const batches = new Batches(sheet.rows());
  try {
    return await streamSheet(sheet, batches, source.givenName, limits, options, sink);
  } finally {
    await batches.close();
  }
}

async function streamSheet(
  sheet: Sheet,
  batches: Batches,
  givenName: string | undefined,
  limits: ImportLimits,
  options: ImportOptions,
  sink: TransactionSink | CellSink,
): Promise<ImportSummary> {
  const { name } = sheet;
  const sample = await readSample(batches, name, options.signal);
  if (sample.length === 0) throw new ImportError('upload.empty', `${name} is empty.`);
  const table = describeTable(sample, { ...options, filename: name, givenName });
  const decided = options.dateOrder
    ? { order: options.dateOrder }
    : await decideDateOrder(sheet, table, sample, options.signal);
  const { order } = decided;
  const heard = hasAmountColumn(table) ? sink : NOWHERE;
  const totalRows = await readRows(batches, name, table, order, limits, options, heard);
  if (totalRows === 0) {
    throw new ImportError('upload.no_rows', `${name} has a header and no rows.`, {
      row: table.headerRow,
    });
  }
  const notices = [sheet.notice, ...table.notices, decided.notice].filter((said) => said !== undefined);
  const side = likelySide(table.header, table.columns, table.layout);
  return { mapping: describeMapping(table, sheet, order, notices), totalRows, likelySide: side };
}

/** A refused row before all others may be the header, so it refuses the file. */
async function readSample(
  batches: Batches,
  filename: string,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  const sample: Row[] = [];
  for await (const batch of batches.ahead()) {
    signal?.throwIfAborted();
    for (const row of batch) {
      if (row.refusal && sample.length === 0) throw refusedRow(filename, row.number, row.refusal);
      if (!isBlankFrom(cellsOf(row), 0)) sample.push(row);
    }
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return sample;
}

interface DateReading {
  order: DecidedOrder;
  notice?: string | undefined;
}

/** Reads the rest of the file for its dates only when the sample leaves their order open. */
async function decideDateOrder(
  sheet: Sheet,
  table: TableDescription,
  sample: readonly Row[],
  signal: AbortSignal | undefined,
): Promise<DateReading> {
  const columns = new CellColumns(table.columns).of('date');
  if (columns.length === 0) return { order: 'none' };
  const evidence = new DateOrderEvidence();
  const addDate = ({ number, cells }: Row) => {
    if (number <= table.headerRow) return;
    const cell = firstFilled(table.split ? table.split(cells) : cells, columns);
    if (cell) evidence.add(cell.text);
  };
  sample.forEach(addDate);
  const decided = (): DateReading => ({ order: evidence.decide(), notice: evidence.notice() });
  if (evidence.isConclusive || sample.length < SAMPLE_ROWS) return decided();
  const seen = sample.at(-1)!.number;
  for await (const batch of sheet.rows()) {
    signal?.throwIfAborted();
    for (const row of batch) if (row.number > seen) addDate(row);
  }
  return decided();
}

async function readRows(
  batches: Batches,
  name: string,
  table: TableDescription,
  order: DecidedOrder,
  limits: ImportLimits,
  { onTheWall, side, signal }: ImportOptions,
  sink: TransactionSink | CellSink,
): Promise<number> {
  const { messageNames, header, headerRow, layout, pointsColumns, pointsProgram, split } = table;
  const columns = new CellColumns(table.columns);
  const dateOrder = order === 'ambiguous' || order === 'none' ? 'mdy' : order;
  const reader = new RowReader({
    side,
    header,
    columns,
    layout,
    order: dateOrder,
    ...(onTheWall ? { onTheWall } : {}),
    pointsColumns,
    pointsProgram,
  });
  const reasonNoData = createNonDataCheck(header, columns.of('date'));
  let totalRows = 0;
  const refused: { count: number; first?: ImportError } = { count: 0 };
  for await (const batch of batches.taken()) {
    signal?.throwIfAborted();
    for (const row of batch) {
      if (row.number <= headerRow) continue;
      const read = split ? new StringCells(split(row.cells)) : cellsOf(row);
      if (isBlankFrom(read, 0) && !row.refusal) continue;
      const noData = row.refusal ? undefined : reasonNoData(read);
      if (noData !== undefined) {
        await sink.onSkipped?.({ row: row.number, reason: noData });
        continue;
      }
      totalRows += 1;
      if (totalRows > limits.rows) {
        const message = `${name}: more than ${limits.rows} rows; split the file.`;
        throw new ImportError('upload.too_many_rows', message, { row: row.number });
      }
      if (row.refusal) {
        refused.count += 1;
        refused.first ??= refusedRow(name, row.number, row.refusal);
        const skipped = { row: row.number, reason: row.refusal.reason };
        await sink.onSkipped?.(skipped, rowName(totalRows));
        continue;
      }
      const reading = readWithinHeader(reader, read, totalRows, header.length);
      if (reading.problems) {
        await sink.onSkipped?.(skippedRow(row.number, reading, messageNames), reading.transactionId);
        continue;
      }
      if ('onCells' in sink) {
        sink.onCells(reading.cells, row.number);
        continue;
      }
      // Awaited only when there is something to wait for: a microtask per row is most of the cost of a million rows.
      const pending = sink.onTransaction(transactionOf(reading.cells), row.number);
      if (pending) await pending;
    }
  }
  if (refused.first && refused.count === totalRows) throw refused.first;
  return totalRows;
}

/** The cells of a text file are looked at where they stand. */
const cellsOf = (row: Row): RowCells => (row instanceof CsvRow ? row : new StringCells(row.cells));

/** Filled cells beyond the header mean that the row is shifted, so none of its fields can be trusted. */
function readWithinHeader(reader: RowReader, row: RowCells, n: number, width: number): RowReading {
  const reading = reader.read(row, n);
  if (row.width <= width || isBlankFrom(row, width)) return reading;
  const transactionId = reading.problems ? reading.transactionId : textOfCell(reading.cells.transactionId)!;
  const reason = `has ${row.width} cells where the header has ${width}: is a separator inside an unquoted value?`;
  return { transactionId, problems: [{ reason }] };
}

function skippedRow(
  row: number,
  { problems }: { problems: readonly { columnIndex?: number; reason: string }[] },
  names: readonly string[],
): SkippedRow {
  const nameOf = (columnIndex: number | undefined) =>
    columnIndex === undefined ? undefined : names[columnIndex];
  const column = problems.map(({ columnIndex }) => nameOf(columnIndex)).find((name) => name !== undefined);
  const [only] = problems;
  if (problems.length === 1 && only)
    return column ? { row, column, reason: only.reason } : { row, reason: only.reason };
  const reasons = problems.map(({ columnIndex, reason }) => `${nameOf(columnIndex) ?? 'row'} ${reason}`);
  return { row, column, reason: reasons.join('; ') };
}
