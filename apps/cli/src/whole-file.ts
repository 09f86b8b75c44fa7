// A file that appears whole or not at all: written beside its place, forced to disk, then renamed.
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Calls `write` with a stream it must end. Whatever fails, `path` is as before and nothing else is left behind. */
export async function writeWholeFile(
  path: string,
  write: (output: Writable) => Promise<void>,
): Promise<void> {
  // A link stays a link: its target is replaced.
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  // `flush` forces the bytes to disk before the file counts as closed, and so before it is renamed.
  const output = createWriteStream(temporary, { flags: 'wx', flush: true });
  try {
    await write(output);
    await rename(temporary, target);
  } catch (error) {
    output.destroy();
    // Only once it is closed can it not be created any more.
    await finished(output).catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The rename itself must survive a power cut. Not every file system can sync a folder; the file is whole either way. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
