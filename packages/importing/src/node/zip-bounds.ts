// A workbook is a ZIP: what it claims to unpack to is read from its directory before anything is unpacked.
import { open } from 'node:fs/promises';
import { ImportError } from '../import-error.ts';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_BYTES = 1_073_741_824;
const MAX_RATIO = 100;
/** Small workbooks of a few repeated cells compress better than any bomb matters. */
const RATIO_FREE_BYTES = 16_777_216;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;

/** @throws ImportError when the archive is damaged or would unpack to more than the bounds. */
export async function checkZipBounds(path: string, filename: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, END_BYTES + MAX_COMMENT_BYTES));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = findEnd(tail);
    if (end < 0) throw damaged(filename);
    const entries = tail.readUInt16LE(end + 10);
    const directoryBytes = tail.readUInt32LE(end + 12);
    const directoryOffset = tail.readUInt32LE(end + 16);
    if (entries > MAX_ENTRIES) throw tooLarge(filename);
    if (directoryOffset + directoryBytes > size) throw damaged(filename);
    const directory = Buffer.alloc(directoryBytes);
    await file.read(directory, 0, directoryBytes, directoryOffset);
    const unpacked = unpackedBytes(directory, entries, filename);
    if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(filename);
    if (unpacked > RATIO_FREE_BYTES && unpacked > size * MAX_RATIO) throw tooLarge(filename);
  } finally {
    await file.close();
  }
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return -1;
}

function unpackedBytes(directory: Buffer, entries: number, filename: string): number {
  let unpacked = 0;
  for (let at = 0, entry = 0; entry < entries; entry++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged(filename);
    unpacked += directory.readUInt32LE(at + 24);
    at +=
      46 +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
  return unpacked;
}

const damaged = (filename: string): ImportError =>
  new ImportError('upload.unreadable', `${filename} is no Excel workbook, or it is damaged; save it again.`);

const tooLarge = (filename: string): ImportError =>
  new ImportError(
    'upload.too_large',
    `${filename} unpacks to more than this importer reads; save it as CSV.`,
  );
