// The top of the repository, found from this file whether it runs from src or from the bundle in dist.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function rootAbove(directory: string): string {
  // The lock file marks the top of the workspaces; an image that ships without one runs in its working directory.
  if (existsSync(path.join(directory, 'package-lock.json'))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? process.cwd() : rootAbove(parent);
}

export const repositoryRoot: string = rootAbove(path.dirname(fileURLToPath(import.meta.url)));
