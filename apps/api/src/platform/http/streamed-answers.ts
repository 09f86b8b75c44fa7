// Answers that are read while they are sent: the memory they take does not grow with them.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** `T`, where lists may arrive in pieces of some entries each: one by one, hundreds of thousands would be mostly waiting. */
export type Streamed<T> = {
  [K in keyof T]: T[K] | (T[K] extends readonly (infer Item)[] ? AsyncIterable<readonly Item[]> : never);
};

const CHUNK_CHARACTERS = 65_536;
/** Middlewares wait for the end of an answer, and so do the pipes that make it: together more than the ten that Node takes for a leak. */
const LISTENERS_OF_AN_ANSWER = 30;

/**
 * Sends `value` as JSON and resolves when it is out. Returned for its type only: routes are documented by what their
 * controllers return, and nothing is sent twice.
 */
export async function sendJson<T extends object>(response: Response, value: Streamed<T>): Promise<T> {
  response.type('application/json; charset=utf-8');
  const content = Readable.from(inChunks(textOf(value)), { objectMode: false });
  await unlessCallerLeft(response, (output) => pipeline(content, output));
  return value as T;
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

async function* textOf(value: object): AsyncGenerator<string> {
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

async function* textOfList(pieces: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = '[';
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    yield separator + JSON.stringify(piece).slice(1, -1);
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<readonly unknown[]> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
