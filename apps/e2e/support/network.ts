// What the in-browser demo may ask of the network: a fixed list, since a row could leave in any other address.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page, Request } from '@playwright/test';
import { apiBaseUrl } from './environment.ts';
import { DEMO } from './in-browser.ts';

const STATIC_FILES = path.resolve(import.meta.dirname, '../../next-demo/.next/static');
const STATUS = new URL('/api/v1/status/public', apiBaseUrl).href;

export interface WatchedNetwork {
  /** Everything the page and its worker ask, in order. */
  requests: Request[];
  /** Addresses of WebSockets, and one entry for each connection that is no request at all. */
  connections: string[];
}

/** Watches from the first request on: call it before the page is opened. */
export async function watchNetwork(page: Page): Promise<WatchedNetwork> {
  const requests: Request[] = [];
  const connections: string[] = [];
  page.context().on('request', (request) => requests.push(request));
  page.on('websocket', (socket) => connections.push(socket.url()));
  await page.exposeFunction('noteConnection', (kind: string) => connections.push(kind));
  await page.addInitScript(() => {
    const { noteConnection } = globalThis as unknown as { noteConnection: (kind: string) => void };
    const noted = <Kind extends new (...given: never[]) => object>(kind: string, Connection: Kind): Kind =>
      new Proxy(Connection, {
        construct(own, given) {
          noteConnection(kind);
          return Reflect.construct(own, given);
        },
      });
    globalThis.RTCPeerConnection = noted('RTCPeerConnection', RTCPeerConnection);
    globalThis.WebTransport = noted('WebTransport', WebTransport);
  });
  return { requests, connections };
}

/** The page, the files its build has put beside it, its icon, and whether the service runs. */
export function mayBeAsked(): ReadonlySet<string> {
  const files = readdirSync(STATIC_FILES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.relative(STATIC_FILES, entry.parentPath), entry.name));
  const icons = files
    .filter((file) => /^media\/icon\.\w+\.svg$/.test(file))
    .map((file) => path.basename(file));
  const addresses = [
    ...files.map((file) => `_next/static/${file}`),
    ...icons.map((icon) => `icon.svg?${icon}`),
  ];
  return new Set([DEMO, STATUS, ...addresses.map((address) => new URL(address, DEMO).href)]);
}
