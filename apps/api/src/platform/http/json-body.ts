// Reads JSON bodies. One of 32 MB keeps everybody waiting while it is read, so only those who have shown who they are may
// send one; what a stranger has to say, such as a sign-in, fits on a page.
import express, { type RequestHandler } from 'express';
import { operationFinder, type Paths } from './paths.ts';

const STRANGERS_BYTES = 65_536;

/** Goes after `authenticatedFirst`. @param paths of the OpenAPI document. @param maxBytes for callers. */
export function jsonBody(paths: Paths, maxBytes: number): RequestHandler {
  const operationOf = operationFinder<{ security?: readonly object[] }>(paths);
  const ofStranger = express.json({ limit: STRANGERS_BYTES, strict: false });
  const ofCaller = express.json({ limit: maxBytes, strict: false });
  return (request, response, next) => {
    const read = operationOf(request)?.security?.length ? ofCaller : ofStranger;
    read(request, response, next);
  };
}
