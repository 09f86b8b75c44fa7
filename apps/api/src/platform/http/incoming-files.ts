// Files that callers send: written to disk as they arrive, under a name of ours, gone once the answer is out.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, writeFile } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import multer, { type Multer, MulterError } from 'multer';
import { Refusal } from '../errors/index.ts';

/** What a multipart body may weigh beside its file: boundaries and a few small fields. */
const FORM_OVERHEAD_BYTES = 65_536;

/**
 * For `RegisterRoutes(router, { multer })`.
 * @param directory of this process only, beside those of others, named by its process id; made anew, readable by this
 *   user only.
 */
export function incomingFiles(directory: string, maxFileBytes: number): Multer {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  removeLeftBehind(path.dirname(directory));
  return multer({
    storage: multer.diskStorage({
      destination: directory,
      filename(_request, _file, done) {
        // Made here, because multer has no say in the mode of what it makes.
        const name = randomUUID();
        writeFile(path.join(directory, name), '', { mode: 0o600, flag: 'wx' }, (error) => done(error, name));
      },
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

/** A killed process leaves files of patients behind: whatever is of no process that still runs goes. */
function removeLeftBehind(parent: string): void {
  for (const name of readdirSync(parent))
    if (!/^\d+$/.test(name) || !isRunning(Number(name)))
      rmSync(path.join(parent, name), { recursive: true, force: true });
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** For `@Middlewares(takesFile)` on every route with `@UploadedFile() file`: it must be there, and goes with the answer. */
export const takesFile: RequestHandler = (request, response, next) => {
  const { file = [] } = (request.files ?? {}) as { file?: Express.Multer.File[] };
  const remove = () => {
    for (const { path: received } of file) void rm(received, { force: true });
  };
  // The sender may have left while the file was written.
  if (response.closed || response.destroyed) return remove();
  response.once('close', remove);
  if (file.length === 0)
    throw new Refusal('request.invalid', {
      errors: [{ field: 'file', message: 'is missing: send the file as multipart/form-data' }],
    });
  next();
};

/** Of its bytes. To be kept only under a key: anybody could make it of a file they guess. */
export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

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
