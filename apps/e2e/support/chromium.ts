// Finds a Chromium: the developer's, the system's, or the one that npm installed.
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chosenChromium } from './environment.ts';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Quiet and closed: no sandbox (tests run as root in containers), no request of the browser's own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export async function chromiumPath(): Promise<string> {
  if (chosenChromium) return chosenChromium;
  return SYSTEM_PATHS.find((path) => existsSync(path)) ?? (await chromium.executablePath());
}
