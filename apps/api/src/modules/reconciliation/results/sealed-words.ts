// What a job's rows say in words, sealed: explanations name patients, notes may.
import type { ExplanationWire, SkippedRow } from '@medspasync/schemas';
import type { PatientSeal, Place, Sealed } from '../../../platform/crypto/index.ts';

/** Of a result row; what it does not have is absent. */
export interface ResultWords {
  explanation?: ExplanationWire | null | undefined;
  runnerUp?: { match_probability: number; pos_transaction_id: string; detail: string } | null | undefined;
  /** Of a sale nothing claimed, or that two rewards want as much. Absent from results of earlier releases. */
  nearestReward?:
    | { match_probability: number; reward_transaction_id: string; detail: string }
    | null
    | undefined;
  /** What became of a row that nothing can match, or of its sale. Absent from results of earlier releases. */
  note?: string | undefined;
  /** Only of a row that could not be read. */
  unreadable?: (SkippedRow & { transactionId: string }) | undefined;
}

const resultPlace = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'job_results',
  rowId,
  column: 'words',
});

export const notePlace = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'decisions',
  rowId,
  column: 'note',
});

export const restNotePlace = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'rest_write_offs',
  rowId,
  column: 'note',
});

export const remarkPlace = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'result_notes',
  rowId,
  column: 'words',
});

export const reversalPlace = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'reversals',
  rowId,
  column: 'reason',
});

/** @returns null where there is nothing to say. */
export function sealWords(
  seal: PatientSeal,
  organizationId: string,
  rowId: string,
  words: ResultWords,
): string | null {
  if (Object.values(words).every((said) => !said)) return null;
  return seal.sealJson(resultPlace(organizationId, rowId), words);
}

export const openWords = (
  seal: PatientSeal,
  organizationId: string,
  rowId: string,
  { keyId, token }: { [K in keyof Sealed]: Sealed[K] | null },
): ResultWords =>
  token === null || keyId === null
    ? {}
    : seal.openJson<ResultWords>(resultPlace(organizationId, rowId), { keyId, token });
