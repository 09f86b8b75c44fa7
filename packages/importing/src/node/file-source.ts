// Files on disk as import sources.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportSource } from '../source.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

const CHUNK_BYTES = 262_144;

/**
 * A CSV or XLSX file.
 * @param filename what messages call it.
 * @param givenName where they must not say the name it came with, which may be a patient's.
 */
export function fileSource(path: string, filename = basename(path), givenName?: string): ImportSource {
  return {
    filename,
    givenName,
    stream: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
    openWorkbook: (limits) => openWorkbook(path, filename, limits),
  };
}
