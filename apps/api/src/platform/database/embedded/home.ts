// Where the embedded database lives: below the local state directory, unless the server's account cannot reach
// that (root working in a 0700 directory: "nobody" may not walk through /root).
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runsAsRoot } from './account.ts';

export interface DatabaseHome {
  directory: string;
  /** Why it is not below the local state directory; for the log. */
  note: string | undefined;
}

/** Whether the account PostgreSQL runs under can walk to `file` (which exists), and into or execute it. */
export function reachableByServer(file: string): boolean {
  if (!runsAsRoot) return true;
  const withAncestors = (step: string): string[] =>
    path.dirname(step) === step ? [step] : [step, ...withAncestors(path.dirname(step))];
  return withAncestors(realpathSync(file)).every((step) => (statSync(step).mode & 0o001) !== 0);
}

/** @throws when a database is already there but its account can no longer reach it. */
export function locateHome(localDir: string): DatabaseHome {
  const preferred = path.join(localDir, 'postgres');
  if (isLink(preferred) && existsSync(preferred))
    return { directory: realpathSync(preferred), note: undefined };
  if (reachableByServer(localDir)) {
    makeHome(preferred);
    return { directory: preferred, note: undefined };
  }
  if (existsSync(path.join(preferred, 'data')))
    throw new Error(
      `The database in ${preferred} can no longer be reached by the account it runs under: ` +
        'one of the directories above it lost its execute permission for others.',
    );
  const directory = elsewhere(localDir);
  // A link, so that whoever looks for the database below the local state finds it.
  rmSync(preferred, { recursive: true, force: true });
  symlinkSync(directory, preferred);
  return {
    directory,
    note: `PostgreSQL cannot run as root and no other account can reach ${localDir}; the database lives in ${directory}`,
  };
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function elsewhere(localDir: string): string {
  const shelf = path.join(stateRoot(), 'medspasync');
  const directory = path.join(shelf, nameFor(localDir));
  makeHome(shelf);
  makeHome(directory);
  return directory;
}

// 0711: the server's account walks through to its data; only the owner lists or reads what lies beside it.
function makeHome(directory: string): void {
  if (existsSync(directory)) return;
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, runsAsRoot ? 0o711 : 0o700);
}

/** One directory for each checkout, the same at every start. */
function nameFor(localDir: string): string {
  const checkout = path.dirname(localDir);
  const digest = createHash('sha256').update(realpathSync(localDir)).digest('hex').slice(0, 12);
  return `${path.basename(checkout)}-${digest}`;
}

function stateRoot(): string {
  try {
    accessSync('/var/lib', constants.W_OK);
    return '/var/lib';
  } catch {
    return tmpdir();
  }
}
