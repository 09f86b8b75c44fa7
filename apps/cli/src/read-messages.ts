// What a reading thread is told at its start, and what it answers.
import type { PackedBook } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { Book } from './read-book.ts';

export interface ReadSettings {
  path: string;
  side: UploadSide;
}

export type FromReader =
  | { kind: 'progress'; share: number }
  | { kind: 'book'; book: Book<PackedBook> }
  /** An end the program knows; any other the thread dies of. */
  | { kind: 'failure'; exitCode: number; message: string };
