// The signing secret of a development machine: random, made once, kept in a file only its owner can read.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Reads `<localDir>/<name>`, making it with 48 random bytes first if it is not there. Safe against two starts at once. */
export function localSecret(localDir: string, name: string): string {
  const file = path.join(localDir, name);
  mkdirSync(localDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
