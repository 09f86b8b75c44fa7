// Files on disk as import sources.
import { open } from 'node:fs/promises';
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
    stream: () => chunksOf(path),
    openWorkbook: (limits) => openWorkbook(path, filename, limits),
  };
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for (;;) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
