// What is answered to bytes that never became a request, so that no middleware saw them: headers that are too large, two
// lengths that contradict each other, no host or two of them, a request that does not end. A problem like every other, and the end of the connection.
import { randomUUID } from 'node:crypto';
import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { type ProblemCode, Refusal } from '../errors/index.ts';
import { problemOf } from './problem-handler.ts';

/** By the code of Node's parser; all others are malformed. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

export function answerUnreadableRequests(server: Server): void {
  const underWay = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => {
    underWay.set(socket, response);
    response.once('close', () => underWay.delete(socket));
  });
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket) => {
    if (code === 'ECONNRESET' || !socket.writable || isOfAnother(underWay.get(socket))) socket.destroy();
    else socket.end(answerTo(new Refusal(CODES[code] ?? 'request.malformed')));
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    refuse(response, new Refusal('request.expectation-refused')),
  );
}

/** HTTP/1.1 wants one Host, neither none nor two (RFC 9112, 3.2). */
export const refusingWithoutHost =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && /^host$/i.test(name));
    if (hosts.length === 1 || (hosts.length === 0 && request.httpVersion === '1.0'))
      listener(request, response);
    else refuse(response, new Refusal('request.malformed', { detail: 'HTTP/1.1 wants one Host header.' }));
  };

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.shouldKeepAlive = false;
  const { body, headers, status } = partsOf(refusal);
  response.writeHead(status, headers).end(body);
}

/** Whether what is said now would be taken for the answer to an earlier request, or for a part of it. */
const isOfAnother = (response?: ServerResponse): boolean =>
  response !== undefined && (response.headersSent || response.req.complete);

function answerTo(refusal: Refusal): string {
  const { body, headers, status } = partsOf(refusal);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}

function partsOf(refusal: Refusal) {
  const body = JSON.stringify(problemOf(refusal, randomUUID()));
  const headers = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  };
  return { body, headers, status: refusal.status };
}
