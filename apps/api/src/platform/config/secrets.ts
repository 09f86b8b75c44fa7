// The secrets of a development machine: random, made once, kept in files only their owner can read.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Reads `<localDir>/<name>`, making it with 48 random bytes first if it is not there. Safe against two starts at once,
 * and against a kill in between: the file gets its name only when it is whole.
 */
export const localSecret = (localDir: string, name: string): string =>
  readOrCreate(path.join(localDir, name), () => randomBytes(48).toString('base64url'));

/** The same for a key of 32 bytes, as FERNET_KEYS and AUDIT_KEYS list them. */
export const localKey = (localDir: string, name: string): string =>
  readOrCreate(path.join(localDir, name), () => `${randomBytes(32).toString('base64url')}=`);

function readOrCreate(file: string, make: () => string): string {
  if (!existsSync(file)) create(file, make());
  return readFileSync(file, 'utf8').trim();
}

function create(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces what another start has put there.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
