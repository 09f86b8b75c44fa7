// Ends the program knows, with what each tells the shell.
import { ImportError } from '@medspasync/importing';

export const EXIT = { done: 0, failed: 1, badArguments: 2, unreadableInput: 3, interrupted: 130 } as const;

/** A message for the person who typed the command, and the exit code that goes with it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  EISDIR: 'is a folder',
  ENOSPC: 'could not be written: the disk is full',
  EDQUOT: 'could not be written: the disk quota is used up',
  EFBIG: 'could not be written: the file would be larger than allowed',
  EROFS: 'could not be written: the disk is read-only',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What the system said about a file, in words. */
export function fileFailure(exitCode: number, path: string, error: unknown): Failure {
  const reason =
    REASONS[codeOf(error)] ?? `failed: ${error instanceof Error ? error.message : String(error)}`;
  return new Failure(exitCode, `${path} ${reason}.`, error);
}

/** An input file that cannot be read; its own message already names file, row and column where one is at fault. */
export function inputFailure(path: string, error: unknown): unknown {
  if (error instanceof ImportError) return new Failure(EXIT.unreadableInput, error.message, error);
  return codeOf(error) in REASONS ? fileFailure(EXIT.unreadableInput, path, error) : error;
}
