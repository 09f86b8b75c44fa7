// XLSX as rows, streamed. Our own reader: the usual one writes sheets, which are patient data, to temporary files and
// leaves files open when its rows are not read to the end.
import { ImportError } from '../../import-error.ts';
import type { ImportLimits, Row } from '../../source.ts';
import { isBlankRow } from '../../table/non-data-rows.ts';
import { SheetRows } from './sheet-rows.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { xmlEvents } from './xml-elements.ts';
import { damagedWorkbook, ZipArchive } from './zip-archive.ts';

/** Rows of the first sheet with content, in batches. Only the workbook's distinct texts are held in memory. */
export async function* readWorkbookRows(
  path: string,
  filename: string,
  limits: ImportLimits,
): AsyncGenerator<Row[]> {
  const archive = await ZipArchive.open(path, filename);
  try {
    const parts = await readWorkbookParts(archive);
    for (const sheet of parts.sheets) {
      const rows = new SheetRows(parts, limits);
      let isFilled = false;
      for await (const events of xmlEvents(archive.read(sheet))) {
        const batch = rows.push(events);
        isFilled ||= batch.some(({ cells, refusal }) => refusal || !isBlankRow(cells));
        yield batch;
      }
      if (isFilled) return;
    }
  } catch (error) {
    throw error instanceof ImportError ? error : damagedWorkbook(filename);
  }
}
