// One input file as columns, with the rows that could not be read kept in their places.
import { stat } from 'node:fs/promises';
import { describeSkipped } from '@medspasync/exporting';
import {
  type DateOrder,
  ImportError,
  type ImportMapping,
  type ImportSource,
  streamTransactions,
} from '@medspasync/importing';
import { fileSource } from '@medspasync/importing/node';
import { BookReader, type ReadBook } from '@medspasync/matching';
import { formatCount, type SkippedRow, type UploadSide } from '@medspasync/schemas';
import { inputFailure } from './failure.ts';
import { countRepeatedIds } from './repeated-ids.ts';
import { KIND, type RowFacts, RowFactsWriter } from './row-facts.ts';

export interface UnreadableRow {
  /** How many readable rows precede it. */
  before: number;
  transactionId: string;
  skipped: SkippedRow;
}

/** `Columns` is plain data where a thread hands the book over. */
export interface Book<Columns = ReadBook> {
  filename: string;
  /** Of the readable rows: what the engine matches by, and what is told of each. */
  columns: Columns;
  rows: RowFacts;
  /** Data rows that could not be read, in file order. */
  unreadable: UnreadableRow[];
  /** As the importer names it: `Square · Transactions`. */
  layoutName: string;
  dateOrder: ImportMapping['dateOrder'];
  /** The side it most likely is, whatever it was given as. */
  likelySide?: UploadSide | undefined;
  /** How the file was read, where it left a choice. */
  notices: readonly string[];
}

/** A row of a wide export takes at least so many bytes: from this the room for a file's rows is guessed. */
const BYTES_PER_ROW = 128;

/** More than any spa has in a decade; the bound keeps a wrong file from filling the memory. */
const MAX_ROWS = 5_000_000;

/**
 * Reads `path`; `onProgress` hears the share of bytes read. `beside` is the job's other book, where this thread has read it;
 * `dateOrder` overrules what the dates of the file say.
 * @throws Failure with exit code 3, also when not one row can be read.
 */
export async function readBook(
  path: string,
  side: UploadSide,
  signal: AbortSignal,
  onProgress: (share: number) => void,
  beside?: Book,
  dateOrder?: DateOrder,
): Promise<Book> {
  try {
    const { size } = await stat(path);
    const source = watchedSource(path, size, onProgress);
    const columns = new BookReader(Math.ceil(size / BYTES_PER_ROW), beside?.columns.columns);
    const rows = new RowFactsWriter();
    const unreadable: UnreadableRow[] = [];
    const { likelySide, mapping } = await streamTransactions(
      source,
      { side, signal, limits: { rows: MAX_ROWS }, ...(dateOrder && { dateOrder }) },
      {
        onCells(cells) {
          columns.addCells(cells);
          rows.addCells(cells);
        },
        onSkipped(skipped, transactionId) {
          if (transactionId === undefined) return;
          unreadable.push({ before: rows.count, transactionId, skipped });
        },
      },
    );
    if (rows.count === 0) throw nothingReadable(source.filename, unreadable);
    const facts = rows.facts();
    return {
      filename: source.filename,
      columns: columns.finish(),
      rows: facts,
      unreadable,
      layoutName: mapping.layoutName,
      dateOrder: mapping.dateOrder,
      likelySide,
      notices: [...mapping.notices, ...repeatedIdsWords(facts), ...nothingStandsWords(facts)],
    };
  } catch (error) {
    throw inputFailure(path, error);
  }
}

function repeatedIdsWords(rows: RowFacts): string[] {
  const repeated = countRepeatedIds(rows);
  if (repeated === 0) return [];
  const have = repeated === 1 ? '1 row has' : `${formatCount(repeated)} rows have`;
  return [`${have} the id of an earlier row; the matches name rows by their ids and cannot tell these apart`];
}

function nothingStandsWords({ kind }: RowFacts): string[] {
  if (kind.some((own) => own !== KIND.reversal)) return [];
  return [
    'every row is a refund, a void or a reimbursement, and none can be matched; if its system writes what was redeemed or sold as ' +
      'negative amounts, take the signs away',
  ];
}

function nothingReadable(filename: string, unreadable: readonly UnreadableRow[]): ImportError {
  const lines = [
    `${filename}: not one row can be read, ${countOf(unreadable.length, 'bad row')}:`,
    ...namedRows(filename, unreadable),
  ];
  return new ImportError('upload.unreadable', lines.join('\n'), unreadable[0]!.skipped);
}

/** Unreadable rows named one by one, where the matches file has them all. */
const ROWS_NAMED = 10;

/** A line for each of the first unreadable rows, and one that counts the others. */
export function namedRows(filename: string, unreadable: readonly UnreadableRow[]): string[] {
  const named = unreadable
    .slice(0, ROWS_NAMED)
    .map(({ skipped }) => `${filename}, ${describeSkipped(skipped)}`);
  const more = unreadable.length - named.length;
  if (more > 0) named.push(`${filename}: ${countOf(more, 'more row')} could not be read`);
  return named;
}

const countOf = (count: number, what: string): string =>
  `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;

function watchedSource(path: string, size: number, onProgress: (share: number) => void): ImportSource {
  const source = fileSource(path);
  return {
    ...source,
    async *stream() {
      let read = 0;
      for await (const chunk of source.stream()) {
        read += chunk.length;
        onProgress(read / size);
        yield chunk;
      }
    },
  };
}
