// What a writing thread is told, and what it answers.
import type { UploadSide } from '@medspasync/schemas';
import type { CsvBasis, CsvBlock } from './csv-blocks.ts';

export type ToWriter =
  | { kind: 'basis'; basis: CsvBasis }
  /** Makes blocks of this side until none is left to be taken. */
  | { kind: 'make'; side: UploadSide; count: number; turns: Int32Array };

export interface FromWriter extends CsvBlock {
  block: number;
}
