// Import sources made of text or bytes, for tests.
import type { ImportSource } from '../source.ts';

/** A file that arrives in chunks of `chunkBytes`. */
export function memorySource(
  content: string | Uint8Array,
  filename = 'file.csv',
  chunkBytes = 65_536,
): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    filename,
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}
