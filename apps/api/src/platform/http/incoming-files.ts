// Files that callers send: written to disk as they arrive, under a name of ours, gone once the answer is out.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { RequestHandler } from 'express';
import multer, { type Multer, MulterError } from 'multer';
import { Refusal } from '../errors/index.ts';

/** What a multipart body may weigh beside its file: boundaries and a few small fields. */
const FORM_OVERHEAD_BYTES = 65_536;

/** A killed process leaves files behind; nothing takes this long to be read. */
const STALE_AFTER_MS = 3_600_000;

/** For `RegisterRoutes(router, { multer })`. @param directory is readable by this user only. */
export function incomingFiles(directory: string, maxFileBytes: number): Multer {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  removeStale(directory);
  return multer({
    storage: multer.diskStorage({
      destination: directory,
      filename: (_request, _file, done) => done(null, randomUUID()),
    }),
    defParamCharset: 'utf8',
    limits: { fileSize: maxFileBytes, files: 1, fields: 8, parts: 9, fieldSize: 4096 },
    fileFilter(request, file, done) {
      // What says it is too large is not written at all.
      const announced = Number(request.headers['content-length'] ?? 0);
      if (announced > maxFileBytes + FORM_OVERHEAD_BYTES)
        done(new MulterError('LIMIT_FILE_SIZE', file.fieldname));
      else done(null, true);
    },
  });
}

function removeStale(directory: string): void {
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name);
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - changedAt > STALE_AFTER_MS) rmSync(file, { force: true });
  }
}

/** For `@Middlewares(takesFile)` on every route with `@UploadedFile() file`: it must be there, and goes with the answer. */
export const takesFile: RequestHandler = (request, response, next) => {
  const { file = [] } = (request.files ?? {}) as { file?: Express.Multer.File[] };
  response.once('close', () => {
    for (const { path: received } of file) void rm(received, { force: true });
  });
  if (file.length === 0)
    throw new Refusal('request.invalid', {
      errors: [{ field: 'file', message: 'is missing: send the file as multipart/form-data' }],
    });
  next();
};

// Thrown by the multipart parser as plain errors, known only by their words.
const BROKEN_FORM =
  /^(Unexpected end of form|Malformed part header|Malformed content type|Multipart: Boundary not found|Request (aborted|closed|error))/;

/** What went wrong while a form was received, or undefined when the error is of another kind. */
export function refusalOfForm(error: unknown): Refusal | undefined {
  if (error instanceof MulterError) {
    const field = error.field ?? 'file';
    if (error.code === 'LIMIT_FILE_SIZE')
      return new Refusal('request.too-large', {
        errors: [{ field, message: 'is larger than this server accepts' }],
        cause: error,
      });
    return new Refusal('request.invalid', { errors: [{ field, message: error.message }], cause: error });
  }
  if (error instanceof Error && BROKEN_FORM.test(error.message))
    return new Refusal('request.malformed', { detail: 'The form is not complete.', cause: error });
  return undefined;
}
