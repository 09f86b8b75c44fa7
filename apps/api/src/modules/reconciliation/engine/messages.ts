// What the engine's thread and its owner say to each other. Lists travel in batches: cloning a whole book at once would
// hold up the owner's event loop.
import type { NameAlias, ProgramTerms, ReconciliationMetrics } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { StoredTransaction, UnreadableRow } from '../../uploads/index.ts';

/** Given to the thread when it starts. */
export interface EngineSettings {
  threshold: number;
  /** In which it looks for pairs; 1 is its own. */
  threads: number;
  /** Where `model.onnx` and its manifest lie. */
  modelDirectory: string;
  /** Where the service encoder lies that the model was trained with. */
  encoderDirectory: string;
  organizationId: string;
  /** The alias book of the organization. */
  aliases: readonly NameAlias[];
  /** What it goes by for each program. */
  programTerms: readonly ProgramTerms[];
  /** `YYYY-MM-DD` */
  today: string;
  /** What the rows say in words is sealed with the first. */
  fernetKeys: readonly string[];
}

export type ToEngine =
  | { kind: 'transactions'; side: UploadSide; batch: readonly StoredTransaction[] }
  | { kind: 'unreadable'; side: UploadSide; rows: readonly UnreadableRow[] }
  | { kind: 'run' }
  | { kind: 'rows'; count: number }
  | { kind: 'stop' };

export interface EngineProgress {
  stage: string;
  /** Of the engine's work, 0 to 1. */
  share: number;
}

export interface EngineSummary {
  matchesFound: number;
  metrics: ReconciliationMetrics;
  modelVersion: string;
  planVersion: string;
}

/** Result rows as one JSON array: ready for the database, never parsed on the way. */
export interface ResultBatch {
  json: string;
  /** Among these rows and those before. */
  matchesFound: number;
}

export type FromEngine =
  | ({ kind: 'progress' } & EngineProgress)
  /** Every pair is decided; results are explained while they are asked for. */
  | { kind: 'decided' }
  | ({ kind: 'rows' } & ResultBatch)
  /** There are no more rows. */
  | ({ kind: 'done' } & EngineSummary);
