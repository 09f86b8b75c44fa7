// Reads JSON bodies. One of 32 MB takes seconds to read, so it is read in a thread, and taken by operations that take whole books
// only, from callers who may call them. What a stranger has to say, such as a sign-in, fits on a page.
import express, { type Request, type RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import { parsedJson } from './body-desk.ts';
import { isCrowded } from './crowded-json.ts';
import type { ReadLargeBody } from './large-bodies.ts';
import { operationFinder, type Paths } from './paths.ts';

const STRANGERS_BYTES = 65_536;
/** Five hundred decisions with their notes take the half of it. */
const CALLERS_BYTES = 4 * 1024 * 1024;
/** Of which a few thousand are needed. */
const CALLERS_BOUNDS = { values: 50_000, depth: 16 };
/** Less is parsed faster than it is handed over. */
const LARGE_BYTES = 65_536;

interface Reading {
  security?: readonly object[];
  requestBody?: { content: { 'application/json'?: { schema: { $ref: string } } } };
  'x-takes-books'?: boolean;
}

/** Goes after `authenticatedFirst`. @param paths of the OpenAPI document. @param booksBytes where books are taken. */
export function jsonBody(paths: Paths, booksBytes: number, readLarge: ReadLargeBody): RequestHandler {
  const operationOf = operationFinder<Reading>(paths);
  const ofStranger = express.json({ limit: STRANGERS_BYTES, strict: false });
  const limit = Math.min(CALLERS_BYTES, booksBytes);
  const ofCaller = express.json({ limit, strict: false, verify: refuseCrowded });
  const bytesOfBooks = express.raw({ limit: booksBytes, type: 'application/json' });
  return (request, response, next) => {
    const operation = operationOf(request);
    if (!operation?.['x-takes-books']) {
      const isOfCaller = (operation?.security?.length ?? 0) > 0;
      (isOfCaller ? ofCaller : ofStranger)(request, response, next);
      return;
    }
    bytesOfBooks(request, response, (error?: unknown) => {
      if (error) next(error);
      else readBooks(request, operation, readLarge).then(() => next(), next);
    });
  };
}

async function readBooks(
  request: Request,
  { requestBody }: Reading,
  readLarge: ReadLargeBody,
): Promise<void> {
  if (!Buffer.isBuffer(request.body)) return;
  const bytes = asUtf8(request, request.body);
  const schemaId = requestBody!.content['application/json']!.schema.$ref.split('/').at(-1)!;
  request.body = bytes.length < LARGE_BYTES ? parsedJson(bytes) : await readLarge(request, bytes, schemaId);
}

/** JSON is UTF-8 (RFC 8259), unless somebody says so. @throws Refusal for what is no Unicode. */
function asUtf8(request: Request, bytes: Buffer): Uint8Array {
  const charset =
    /;\s*charset="?([^\s;"]+)/i.exec(request.get('content-type') ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset === 'utf-8') return bytes;
  try {
    if (charset.startsWith('utf-')) return Buffer.from(new TextDecoder(charset).decode(bytes));
  } catch {
    // An encoding nobody knows.
  }
  throw new Refusal('request.unsupported-type', { detail: 'Send JSON as UTF-8.' });
}

/** Told by its type: body-parser makes an error of its own of it. */
function refuseCrowded(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (bytes.length > STRANGERS_BYTES && isCrowded(bytes, CALLERS_BOUNDS))
    throw Object.assign(new Error('crowded JSON'), { type: 'json.crowded' });
}
