// PostgreSQL refuses to run as root. Started by root, it runs as "nobody"; otherwise as whoever starts it.
import { chownSync, lchownSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** uid and gid of "nobody" on Linux and in containers alike. */
const UNPRIVILEGED = 65_534;

export const runsAsRoot = process.getuid?.() === 0;

/** For child_process: the account PostgreSQL's own programs run under. */
export const serverAccount: { uid?: number; gid?: number } = runsAsRoot
  ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED }
  : {};

export function giveToServer(file: string): void {
  if (runsAsRoot) chownSync(file, UNPRIVILEGED, UNPRIVILEGED);
}

export function giveTreeToServer(directory: string): void {
  if (!runsAsRoot) return;
  giveToServer(directory);
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(directory, name), UNPRIVILEGED, UNPRIVILEGED);
}
