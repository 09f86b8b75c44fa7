// Files on disk as import sources.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportSource } from '../source.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

const CHUNK_BYTES = 262_144;

/** A CSV or XLSX file; `filename` is what messages call it, when the path is not the name the person knows. */
export function fileSource(path: string, filename: string = basename(path)): ImportSource {
  return {
    filename,
    stream: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    openWorkbook: (limits) => openWorkbook(path, filename, limits),
  };
}
