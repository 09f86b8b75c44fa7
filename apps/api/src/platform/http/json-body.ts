// Reads JSON bodies. One of 32 MB keeps everybody waiting while it is read, so it is for operations that take whole books,
// and for callers who may call them. What a stranger has to say, such as a sign-in, fits on a page.
import express, { type RequestHandler } from 'express';
import { operationFinder, type Paths } from './paths.ts';

const STRANGERS_BYTES = 65_536;
/** Five hundred decisions with their notes take the half of it. */
const CALLERS_BYTES = 4 * 1024 * 1024;

interface Reading {
  security?: readonly object[];
  'x-takes-books'?: boolean;
}

/** Goes after `authenticatedFirst`. @param paths of the OpenAPI document. @param booksBytes where books are taken. */
export function jsonBody(paths: Paths, booksBytes: number): RequestHandler {
  const operationOf = operationFinder<Reading>(paths);
  const reading = (limit: number): RequestHandler => express.json({ limit, strict: false });
  const ofStranger = reading(STRANGERS_BYTES);
  const ofCaller = reading(Math.min(CALLERS_BYTES, booksBytes));
  const ofBooks = reading(booksBytes);
  return (request, response, next) => {
    const operation = operationOf(request);
    const isOfCaller = (operation?.security?.length ?? 0) > 0;
    const read = operation?.['x-takes-books'] ? ofBooks : isOfCaller ? ofCaller : ofStranger;
    read(request, response, next);
  };
}
