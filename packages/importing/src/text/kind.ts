// What kind of file the first bytes say it is, whatever its name.
import { ImportError } from '../import-error.ts';

export type FileKind = 'text' | 'workbook';

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const BINARY: readonly (readonly [kind: string, magic: readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
];

/**
 * Tells a text table from a workbook by the first few kilobytes.
 * @param filename what messages call it.
 * @param givenName what it came as: an archive is a workbook only where its name says so.
 * @throws ImportError for everything that is neither, in words a front desk can act on.
 */
export function recognizeKind(head: Uint8Array, filename: string, givenName = filename): FileKind {
  if (startsWith(head, 0x50, 0x4b)) {
    if (/\.xls[xm]$/i.test(givenName)) return 'workbook';
    throw notTabular(filename, 'a ZIP archive or a workbook under another name');
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw unreadable(filename, 'is an Excel 97–2003 workbook (.xls); open it and save it as .xlsx or CSV');
  }
  const binary = BINARY.find(([, magic]) => startsWith(head, ...magic));
  if (binary) throw notTabular(filename, binary[0]);
  const opening = new TextDecoder('latin1').decode(head.subarray(0, 512)).replaceAll('\0', '');
  const markup = opening
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|table|meta|head|body|style)/.test(markup)) {
    throw unreadable(
      filename,
      'is a web page saved as a report; open it in Excel and save it as .xlsx or CSV',
    );
  }
  if (markup.startsWith('<?xml')) throw notTabular(filename, 'an XML document');
  if (markup.startsWith('{\\rtf')) throw notTabular(filename, 'a text document');
  if (/^(?:\{\s*"|\[\s*[{[])/.test(markup)) throw notTabular(filename, 'a JSON document');
  if (looksBinary(head)) throw notTabular(filename, 'not text');
  return 'text';
}

/** Many control characters that no table has; UTF-16 halves (NUL at every other place) are not counted. */
function looksBinary(head: Uint8Array): boolean {
  let odd = 0;
  let nul = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte === 0) nul += 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) odd += 1;
  }
  return odd > head.length / 50 || nul > head.length * 0.6;
}

const notTabular = (filename: string, what: string): ImportError =>
  new ImportError('upload.not_tabular', `${filename} is ${what}, not a table: expected CSV or XLSX.`);

const unreadable = (filename: string, what: string): ImportError =>
  new ImportError('upload.unreadable', `${filename} ${what}.`);
