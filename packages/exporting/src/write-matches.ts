// The matches file in any of its formats: the command line and the API write the same bytes.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '@medspasync/schemas';
import { csvRecord } from './csv.ts';
import { type MatchesRow, matchesCells, matchesHeader, matchesObject } from './matches-row.ts';
import { writeXlsx } from './write-xlsx.ts';

export type MatchesRows = Iterable<MatchesRow> | AsyncIterable<MatchesRow>;

export interface WriteMatchesOptions {
  /**
   * Names of the plan's comparisons. When given, each score is shown as the sum it is: one more column per comparison in
   * CSV and XLSX, the whole explanation in JSON.
   */
  comparisons?: readonly string[];
  /** Of stored results: whether to tell what became of their money after the run. */
  withMoneySince?: boolean;
  /** Of a CSV: Excel takes it for UTF-8 only with it. */
  hasByteOrderMark?: boolean;
}

/** Characters gathered before the output is asked to take them. */
const CHUNK_CHARACTERS = 65_536;

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes all rows to `output` and ends it, holding one chunk at a time. Rejects when the output fails. */
export async function writeMatches(
  rows: MatchesRows,
  format: ExportFormat,
  output: Writable,
  options: WriteMatchesOptions = {},
): Promise<void> {
  const { comparisons, hasByteOrderMark = false, withMoneySince = false } = options;
  if (format === 'xlsx') {
    await writeXlsx(
      matchesHeader(comparisons, withMoneySince),
      cellsOf(rows, comparisons, withMoneySince),
      output,
    );
    return;
  }
  const opening = hasByteOrderMark ? BYTE_ORDER_MARK : '';
  const text =
    format === 'csv'
      ? csvText(rows, comparisons, withMoneySince, opening)
      : jsonText(rows, comparisons !== undefined, withMoneySince);
  await pipeline(Readable.from(text, { objectMode: false }), output);
}

/** Rows taken from their source in one go. */
const BATCH_ROWS = 250;

/** Waiting for each row by itself costs more than writing it, and most sources have theirs at hand. */
async function* inBatches(rows: MatchesRows): AsyncGenerator<MatchesRow[]> {
  let batch: MatchesRow[] = [];
  if (Symbol.asyncIterator in rows) {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  } else {
    for (const row of rows) {
      batch.push(row);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

async function* cellsOf(
  rows: MatchesRows,
  comparisons: readonly string[] | undefined,
  withMoneySince: boolean,
) {
  for await (const batch of inBatches(rows))
    for (const row of batch) yield matchesCells(row, comparisons, withMoneySince);
}

const BYTE_ORDER_MARK = '\uFEFF';

const csvText = (
  rows: MatchesRows,
  comparisons: readonly string[] | undefined,
  withMoneySince: boolean,
  opening: string,
) =>
  inChunks(
    rows,
    opening + csvRecord(matchesHeader(comparisons, withMoneySince)),
    (row) => csvRecord(matchesCells(row, comparisons, withMoneySince)),
    () => '',
  );

const jsonText = (rows: MatchesRows, isExplained: boolean, withMoneySince: boolean) =>
  inChunks(
    rows,
    '[',
    (row, index) =>
      `${index === 0 ? '' : ','}\n${JSON.stringify(matchesObject(row, isExplained, withMoneySince))}`,
    (count) => (count === 0 ? ']\n' : '\n]\n'),
  );

async function* inChunks(
  rows: MatchesRows,
  opening: string,
  textOf: (row: MatchesRow, index: number) => string,
  closing: (count: number) => string,
) {
  let chunk = opening;
  let count = 0;
  for await (const batch of inBatches(rows)) {
    for (const row of batch) {
      chunk += textOf(row, count);
      count += 1;
    }
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + closing(count);
}
