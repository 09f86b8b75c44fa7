// Serves the sandbox sign-in to a browser on this machine, for the one-click entry of `--mode demo`.
// The file exists in development only; the API key in it is never handed out.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';

export const SANDBOX_CREDENTIALS_PATH = '/sandbox-credentials.json';

const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** The name in the request too: a page elsewhere may have its own name resolve to 127.0.0.1 (DNS rebinding). */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** True when the client is this machine and asked for it by a loopback name. */
export function isLoopback(request: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  return (
    LOOPBACK_ADDRESSES.has(request.socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(request.headers.host ?? '') &&
    request.headers['x-forwarded-for'] === undefined
  );
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** Middleware over one file, `{email, password, api_key}` as the sandbox seed writes it. */
export function serveSandboxCredentials(file: string): Connect.NextHandleFunction {
  return async (request, response) => {
    if (!isLoopback(request)) {
      answer(response, 403, { error: 'The sandbox sign-in is for a browser on the same machine.' });
      return;
    }
    try {
      const { email, password } = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
      answer(response, 200, { email, password });
    } catch {
      answer(response, 404, { error: 'There is no sandbox here: start the backend in development first.' });
    }
  };
}

/** The middleware in the dev and the preview server. */
export function sandboxCredentials(file: string): Plugin {
  const middleware = serveSandboxCredentials(file);
  return {
    name: 'sandbox-credentials',
    configureServer: (server) => void server.middlewares.use(SANDBOX_CREDENTIALS_PATH, middleware),
    configurePreviewServer: (server) => void server.middlewares.use(SANDBOX_CREDENTIALS_PATH, middleware),
  };
}
