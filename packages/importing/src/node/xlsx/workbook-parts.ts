// The small parts of a workbook that its sheets refer to: their order, the shared texts, which formats are dates.
import { xmlEvents } from './xml-elements.ts';
import { swollenWorkbook, type ZipArchive } from './zip-archive.ts';

export interface WorkbookParts {
  /** The sheets as the tabs are ordered, with their paths inside the archive. */
  sheets: { name: string; path: string }[];
  texts: string[];
  /** Indexes of the cell styles that show a number as a date or time. */
  dateStyles: ReadonlySet<number>;
  /** Days are counted from 1904 (old Macs) instead of 1900. */
  isFrom1904: boolean;
}

export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const { sheets, isFrom1904 } = await readSheetList(archive);
  return { sheets, isFrom1904, texts: await readTexts(archive), dateStyles: await readDateStyles(archive) };
}

async function readSheetList(archive: ZipArchive): Promise<Pick<WorkbookParts, 'sheets' | 'isFrom1904'>> {
  const targets = new Map<string, string>();
  for await (const events of xmlEvents(archive.read('xl/_rels/workbook.xml.rels'))) {
    for (const { attributes } of events)
      if (attributes.Id) targets.set(attributes.Id, attributes.Target ?? '');
  }
  const sheets = new Map<string, string>();
  let isFrom1904 = false;
  for await (const events of xmlEvents(archive.read('xl/workbook.xml'))) {
    for (const { kind, name, attributes } of events) {
      if (kind !== 'open') continue;
      if (name === 'workbookPr') isFrom1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') continue;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const path = pathOf(targets.get(id ?? '') ?? '');
      // Each is read to see which holds the table: one that a workbook names a thousand times is read once.
      if (archive.has(path) && !sheets.has(path)) sheets.set(path, attributes.name ?? '');
    }
  }
  return { sheets: [...sheets].map(([path, name]) => ({ name, path })), isFrom1904 };
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** Of all texts together, which are held in memory; one takes about as much as sixteen characters besides its own. */
const MOST_CHARACTERS = 268_435_456;
const CHARACTERS_OF_A_TEXT = 16;

/**
 * One text per `si`; runs of rich text are joined, phonetic hints (`rPh`) left out.
 * @throws ImportError for more of them than may be held.
 */
async function readTexts(archive: ZipArchive): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  let text = '';
  let isText = false;
  let isHint = false;
  for await (const events of xmlEvents(archive.read('xl/sharedStrings.xml'))) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (!isText || isHint) continue;
        text += event.text;
        characters += event.text.length;
        continue;
      }
      if (event.name === 't') isText = event.kind === 'open';
      else if (event.name === 'rPh') isHint = event.kind === 'open';
      else if (event.name === 'si' && event.kind === 'close') {
        texts.push(text);
        text = '';
        characters += CHARACTERS_OF_A_TEXT;
      }
    }
    if (characters > MOST_CHARACTERS) throw swollenWorkbook(archive.filename);
  }
  return texts;
}

/** Built-in number formats that show dates and times (ECMA-376, part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Excel takes no longer one. */
const LONGEST_FORMAT = 255;

/** A custom format shows a date when letters of one remain outside quotes, escapes and brackets. */
const isDateFormat = (code: string): boolean =>
  // Millions of brackets that open and never close would be looked through from each of them to the end.
  code.length <= LONGEST_FORMAT && /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''));

async function readDateStyles(archive: ZipArchive): Promise<Set<number>> {
  const styles = new Set<number>();
  if (!archive.has('xl/styles.xml')) return styles;
  const custom = new Map<number, boolean>();
  let isCellFormats = false;
  let index = 0;
  for await (const events of xmlEvents(archive.read('xl/styles.xml'))) {
    for (const { kind, name, attributes } of events) {
      if (name === 'cellXfs') isCellFormats = kind === 'open';
      if (kind !== 'open') continue;
      if (name === 'numFmt')
        custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
      if (name !== 'xf' || !isCellFormats) continue;
      const format = Number(attributes.numFmtId);
      if (custom.get(format) ?? isBuiltInDate(format)) styles.add(index);
      index += 1;
    }
  }
  return styles;
}
