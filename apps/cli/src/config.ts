// The environment and places on disk, known in one place.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentModelDirectory } from '@medspasync/matching/node';

/** The engine finds its models beside its source; a bundle has left that place. As far from `dist/` as from `src/`. */
export const MODEL_DIRECTORY = fileURLToPath(
  new URL(`../../../packages/matching/models/${basename(currentModelDirectory())}`, import.meta.url),
);

/**
 * The folder the person typed the command in. `npm run` starts scripts in the package's folder and keeps the caller's in
 * INIT_CWD; a script started by hand may inherit a stale one, so npm must be the one that runs this.
 */
export function callersFolder(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === 'reconcile' && INIT_CWD ? INIT_CWD : process.cwd();
}
