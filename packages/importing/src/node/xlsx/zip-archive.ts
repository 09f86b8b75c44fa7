// A workbook is a ZIP. Its directory is read and bounded before anything is unpacked; entries are then unpacked as
// streams, never to disk: a sheet is full of patient data.
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, type InflateRaw } from 'node:zlib';
import { ImportError } from '../../import-error.ts';

interface Entry {
  offset: number;
  packedBytes: number;
  unpackedBytes: number;
  isDeflated: boolean;
}

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_BYTES = 1_073_741_824;
const MAX_RATIO = 100;
/** Small workbooks of a few repeated cells compress better than any bomb matters. */
const RATIO_FREE_BYTES = 16_777_216;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_ENTRY_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;

export class ZipArchive {
  readonly #path: string;
  /** As messages name it. */
  readonly filename: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(path: string, filename: string, entries: ReadonlyMap<string, Entry>) {
    this.#path = path;
    this.filename = filename;
    this.#entries = entries;
  }

  /** @throws ImportError when the archive is damaged or claims to unpack to more than the bounds. */
  static async open(path: string, filename: string): Promise<ZipArchive> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const entries = await readDirectory(file, size, filename);
      checkBounds(entries, size, filename);
      return new ZipArchive(path, filename, entries);
    } finally {
      await file.close();
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The unpacked text of an entry in chunks; more than its directory claims is refused. */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw damagedWorkbook(this.filename);
    const start = await this.#dataOffset(entry);
    const packed = createReadStream(this.#path, {
      start,
      end: Math.max(start, start + entry.packedBytes - 1),
    });
    const text = new PassThrough({ encoding: 'utf8' });
    const unpacked = pipeline([packed, ...unpacking(entry), this.#limitedTo(entry.unpackedBytes), text]);
    // The failure reaches the reader through `text`; this only keeps it from being reported twice.
    unpacked.catch(() => undefined);
    try {
      yield* text as Readable & AsyncIterable<string>;
    } finally {
      packed.destroy();
    }
  }

  async #dataOffset({ offset }: Entry): Promise<number> {
    const file = await open(this.#path);
    try {
      const header = Buffer.alloc(LOCAL_ENTRY_BYTES);
      await file.read(header, 0, LOCAL_ENTRY_BYTES, offset);
      if (header.readUInt32LE(0) !== LOCAL_ENTRY) throw damagedWorkbook(this.filename);
      return offset + LOCAL_ENTRY_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    } finally {
      await file.close();
    }
  }

  #limitedTo(bytes: number): Transform {
    let passed = 0;
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        passed += chunk.length;
        if (passed > bytes) done(swollenWorkbook(this.filename));
        else done(null, chunk);
      },
    });
  }
}

const unpacking = ({ isDeflated }: Entry): InflateRaw[] => (isDeflated ? [createInflateRaw()] : []);

async function readDirectory(file: FileHandle, size: number, filename: string): Promise<Map<string, Entry>> {
  const tail = Buffer.alloc(Math.min(size, END_BYTES + MAX_COMMENT_BYTES));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = endOfDirectory(tail);
  if (end < 0) throw damagedWorkbook(filename);
  const count = tail.readUInt16LE(end + 10);
  const bytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) throw swollenWorkbook(filename);
  if (offset + bytes > size) throw damagedWorkbook(filename);
  const directory = Buffer.alloc(bytes);
  await file.read(directory, 0, bytes, offset);
  return entriesOf(directory, count, filename);
}

function endOfDirectory(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return -1;
}

function entriesOf(directory: Buffer, count: number, filename: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0, index = 0; index < count; index++) {
    const isWhole = at + DIRECTORY_ENTRY_BYTES <= directory.length;
    if (!isWhole || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damagedWorkbook(filename);
    const nameEnd = at + DIRECTORY_ENTRY_BYTES + directory.readUInt16LE(at + 28);
    entries.set(directory.toString('utf8', at + DIRECTORY_ENTRY_BYTES, nameEnd), {
      isDeflated: directory.readUInt16LE(at + 10) !== 0,
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function checkBounds(entries: ReadonlyMap<string, Entry>, size: number, filename: string): void {
  let unpacked = 0;
  for (const entry of entries.values()) unpacked += entry.unpackedBytes;
  const isSwollen = unpacked > RATIO_FREE_BYTES && unpacked > size * MAX_RATIO;
  if (unpacked > MAX_UNPACKED_BYTES || isSwollen) throw swollenWorkbook(filename);
}

export const damagedWorkbook = (filename: string): ImportError =>
  new ImportError('upload.unreadable', `${filename} is no Excel workbook, or it is damaged; save it again.`);

export const swollenWorkbook = (filename: string): ImportError =>
  new ImportError(
    'upload.too_large',
    `${filename} unpacks to more than this importer reads; save it as CSV.`,
  );
