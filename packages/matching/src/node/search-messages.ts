// What a searching thread and its owner say to each other. Only plain data can pass: a plan's functions cannot, so that both
// sides know the plan by themselves.
import type { Compared, Records, RowRange } from '../domain.ts';
import type { Blocked } from '../pair-search.ts';
import type { ModelTrees } from '../score/model-trees.ts';
import type { Together } from './make-together.ts';

/** What a thread is told of the model when it starts. */
export interface ThreadModel {
  baseLogOdds: number;
  trees: ModelTrees | undefined;
}

/** What a thread searches. The columns of `records` lie in memory that all threads share. */
export interface SearchTask {
  records: Records;
  /** The rewards whose pairs are this thread's. */
  range: RowRange;
  /** How it comes to the job's tables. */
  together: Together;
  /** Its only integer turns 1 when all threads shall stop: a thread at work reads no messages. */
  stopping: Int32Array;
}

export type ToSearch = { kind: 'search'; task: SearchTask } | { kind: 'close' };

export type FromSearch =
  | { kind: 'progress'; stage: 'block' | 'compare'; processed: number; total: number }
  | { kind: 'blocked'; blocked: Blocked }
  | { kind: 'compared'; compared: Compared };
