// A file of any kind as one sheet of rows: the pipeline behind this does not know CSV from Excel.
import { ImportError } from './import-error.ts';
import type { ImportLimits, ImportSource, Row } from './source.ts';
import { recognizeKind } from './text/kind.ts';
import { TextSheet } from './text/text-sheet.ts';

export interface Sheet {
  /** The file as messages name it, with the sheet where a workbook has several. */
  readonly name: string;
  /** What a person should know of the choice of the sheet. */
  readonly notice?: string | undefined;
  /** Batches of rows, from the first row at every call; blank rows are included. */
  rows(): AsyncIterable<Row[]>;
  readonly encoding: string;
  /** Null in a workbook. */
  readonly delimiter: string | null;
}

const HEAD_BYTES = 65_536;

/** @throws ImportError when the file is empty or no table. */
export async function openSheet(source: ImportSource, limits: ImportLimits): Promise<Sheet> {
  const head = await readHead(source);
  if (head.length === 0) throw new ImportError('upload.empty', `${source.filename} is empty.`);
  if (recognizeKind(head, source.filename, source.givenName) === 'text')
    return new TextSheet(source, head, limits);
  if (!source.openWorkbook) {
    const message = `${source.filename} is an Excel workbook, which cannot be read here; save it as CSV.`;
    throw new ImportError('upload.unreadable', message);
  }
  const { otherSheets, rows, sheetName, sheetNumber } = await source.openWorkbook(limits);
  // A sheet may be called like a patient, as the file may.
  const sheet = source.givenName === undefined ? `“${sheetName}”` : sheetNumber;
  const name = otherSheets === 0 ? source.filename : `${source.filename}, sheet ${sheet}`;
  return { name, notice: noticeOf(sheetName, otherSheets), rows, encoding: 'xlsx', delimiter: null };
}

function noticeOf(sheetName: string, otherSheets: number): string | undefined {
  if (otherSheets === 0) return undefined;
  const others = otherSheets === 1 ? 'the other one' : `the other ${otherSheets}`;
  return `sheet “${sheetName}” was read, ${others} of the workbook not`;
}

async function readHead(source: ImportSource): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const chunk of source.stream()) {
    const part = chunk.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}
