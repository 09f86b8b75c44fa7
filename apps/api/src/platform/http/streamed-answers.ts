// Answers that are read while they are sent: the memory they take does not grow with them. What fits into a megabyte is whole before
// its first byte goes out, so that what goes wrong with it is answered as a problem; a longer one is cut off, and
// its chunked encoding tells every client that its end is missing.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { JsonEntries } from '../json-entries.ts';

/** `T`, where lists may arrive in pieces of some entries each: one by one, hundreds of thousands would be mostly waiting. */
export type Streamed<T> = {
  [K in keyof T]: T[K] | (T[K] extends readonly (infer Item)[] ? AsyncIterable<Piece<Item>> : never);
};

type Piece<Item> = readonly Item[] | JsonEntries;
type Chunk = string | Uint8Array;

const CHUNK_CHARACTERS = 65_536;
/** Middlewares wait for the end of an answer, and so do the pipes that make it: together more than the ten that Node takes for a leak. */
const LISTENERS_OF_AN_ANSWER = 30;
/** Thousands of transactions. */
const HELD_BACK_BYTES = 1_048_576;

/**
 * Sends `value` as JSON and resolves when it is out. Returned for its type only: routes are documented by what their
 * controllers return, and nothing is sent twice.
 */
export async function sendJson<T extends object>(response: Response, value: Streamed<T>): Promise<T> {
  const chunks = await heldBack(inChunks(textOf(value)));
  response.type('application/json; charset=utf-8');
  const content = Readable.from(chunks, { objectMode: false });
  await unlessCallerLeft(response, (output) => pipeline(content, output));
  return value as T;
}

/** Resolves once there is a megabyte, or all. */
async function heldBack(chunks: AsyncGenerator<Chunk>): Promise<AsyncGenerator<Chunk>> {
  const held: Chunk[] = [];
  for (let bytes = 0; bytes < HELD_BACK_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done) break;
    held.push(value);
    bytes += value.length;
  }
  return (async function* all() {
    yield* held;
    yield* chunks;
  })();
}

/** Sends a file that `write` makes, as an attachment with an RFC 6266 filename. */
export async function sendFile(
  response: Response,
  file: { filename: string; contentType: string; write(output: Writable): Promise<void> },
): Promise<void> {
  response.attachment(file.filename).set('Content-Type', file.contentType);
  await unlessCallerLeft(response, (output) => file.write(output));
}

/** A caller who left is no error of ours. */
async function unlessCallerLeft(
  response: Response,
  send: (output: Writable) => Promise<void>,
): Promise<void> {
  response.setMaxListeners(LISTENERS_OF_AN_ANSWER);
  try {
    await send(response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* textOf(value: object): AsyncGenerator<Chunk> {
  let separator = '{';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    separator = ',';
    if (isAsyncIterable(entry)) yield* textOfList(entry);
    else yield JSON.stringify(entry);
  }
  yield separator === '{' ? '{}' : '}';
}

async function* textOfList(pieces: AsyncIterable<Piece<unknown>>): AsyncGenerator<Chunk> {
  let separator = '[';
  for await (const piece of pieces) {
    if (piece instanceof JsonEntries) {
      yield separator;
      yield piece.bytes;
    } else {
      if (piece.length === 0) continue;
      yield separator + JSON.stringify(piece).slice(1, -1);
    }
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

async function* inChunks(texts: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  let chunk = '';
  for await (const text of texts) {
    if (typeof text === 'string') chunk += text;
    if (typeof text === 'string' && chunk.length < CHUNK_CHARACTERS) continue;
    if (chunk !== '') yield chunk;
    chunk = '';
    if (typeof text !== 'string') yield text;
  }
  if (chunk !== '') yield chunk;
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<Piece<unknown>> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
