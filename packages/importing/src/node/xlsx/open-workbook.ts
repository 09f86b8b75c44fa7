// XLSX as rows, streamed. Our own reader: the usual one writes sheets, which are patient data, to temporary files and
// leaves files open when its rows are not read to the end.
import { ImportError } from '../../import-error.ts';
import type { ImportLimits, Row, WorkbookSheet } from '../../source.ts';
import { ROWS_LOOKED_AT, tableLikeness } from '../../table/header-row.ts';
import { isBlankRow } from '../../table/non-data-rows.ts';
import { SheetRows } from './sheet-rows.ts';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';
import { xmlEvents } from './xml-elements.ts';
import { damagedWorkbook, ZipArchive } from './zip-archive.ts';

/** The sheet that looks most like a table, the first of equals: reports open with covers and notes. */
export async function openWorkbook(
  path: string,
  filename: string,
  limits: ImportLimits,
): Promise<WorkbookSheet> {
  const { best, filled } = await withWorkbook(path, filename, async (archive, parts) => {
    let best = { name: '', path: '', likeness: 0, number: 0 };
    let filled = 0;
    for (const [index, sheet] of parts.sheets.entries()) {
      const likeness = tableLikeness(await openingOf(archive, sheet.path, parts, limits));
      if (likeness > 0) filled += 1;
      if (likeness > best.likeness) best = { ...sheet, likeness, number: index + 1 };
    }
    return { best, filled };
  });
  return {
    sheetName: best.name,
    sheetNumber: best.number,
    otherSheets: Math.max(0, filled - 1),
    rows: () => readSheet(path, filename, best.path, limits),
  };
}

/** Only the workbook's distinct texts are held in memory. */
async function* readSheet(
  path: string,
  filename: string,
  sheet: string,
  limits: ImportLimits,
): AsyncGenerator<Row[]> {
  if (sheet === '') return;
  const archive = await ZipArchive.open(path, filename);
  try {
    yield* batchesOf(archive, sheet, await readWorkbookParts(archive), limits);
  } catch (error) {
    throw error instanceof ImportError ? error : damagedWorkbook(filename);
  }
}

async function* batchesOf(
  archive: ZipArchive,
  sheet: string,
  parts: WorkbookParts,
  limits: ImportLimits,
): AsyncGenerator<Row[]> {
  const rows = new SheetRows(parts, limits);
  for await (const events of xmlEvents(archive.read(sheet))) yield rows.push(events);
}

/** The first rows with content. */
async function openingOf(
  archive: ZipArchive,
  sheet: string,
  parts: WorkbookParts,
  limits: ImportLimits,
): Promise<Row[]> {
  const opening: Row[] = [];
  for await (const batch of batchesOf(archive, sheet, parts, limits)) {
    opening.push(...batch.filter(({ cells, refusal }) => refusal || !isBlankRow(cells)));
    if (opening.length >= ROWS_LOOKED_AT) break;
  }
  return opening;
}

async function withWorkbook<T>(
  path: string,
  filename: string,
  work: (archive: ZipArchive, parts: WorkbookParts) => Promise<T>,
): Promise<T> {
  const archive = await ZipArchive.open(path, filename);
  try {
    return await work(archive, await readWorkbookParts(archive));
  } catch (error) {
    throw error instanceof ImportError ? error : damagedWorkbook(filename);
  }
}
