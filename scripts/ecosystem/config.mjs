// The only file of the orchestration that reads the environment: paths, ports and what every child process is given.
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const LOGS = path.join(ROOT, 'logs');

/** The variables of the repository's `.env` under those of the shell: what is typed at the prompt wins. */
function readEnvironment() {
  const file = path.join(ROOT, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return { ...fromFile, ...process.env };
}

const environment = readEnvironment();

const USUAL_API_PORT = 8000;
export const API_PORT = Number(environment.API_PORT || USUAL_API_PORT);

/** The sandbox and its printed password exist in development only. */
export const SANDBOX_ENABLED = (environment.ENVIRONMENT || 'development') === 'development';

/** Where npm keeps its cache: it must be writable before an install. */
export const NPM_CACHE = environment.npm_config_cache || path.join(environment.HOME || os.homedir(), '.npm');

/** Colour and spinners: off when asked (https://no-color.org), on a dumb terminal, and in a pipe. */
export const COLOR = !environment.NO_COLOR && environment.TERM !== 'dumb' && Boolean(process.stdout.isTTY);
export const ANIMATE = environment.TERM !== 'dumb' && !environment.CI && Boolean(process.stdout.isTTY);

/** The front ends know the usual port themselves, on whatever host name they were opened by. */
function apiElsewhere() {
  if (API_PORT === USUAL_API_PORT) return {};
  const url = `http://localhost:${API_PORT}`;
  return { VITE_API_BASE_URL: url, NEXT_PUBLIC_API_BASE_URL: url, PUBLIC_API_BASE_URL: url };
}

/** What builds and services see: the shell's environment, the tools of node_modules on the PATH, no telemetry. */
export const CHILD_ENVIRONMENT = {
  ...apiElsewhere(),
  ...environment,
  NODE_ENV: 'production',
  PATH: `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${environment.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};
