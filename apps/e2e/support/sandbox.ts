// The sandbox account that `npm start` prints and writes down.
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Sandbox {
  email: string;
  password: string;
  api_key: string;
}

export function readSandbox(): Sandbox {
  const file = path.resolve(import.meta.dirname, '../../../.local/sandbox.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}
