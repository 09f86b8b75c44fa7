// One run of the engine, seen from the worker's event loop, which stays free for progress, cancels and other jobs.
import type { Worker } from 'node:worker_threads';
import type { UploadSide } from '@medspasync/schemas';
import { startThread } from '../../../platform/threads.ts';
import type { StoredTransaction, UnreadableRow } from '../../uploads/index.ts';
import type {
  EngineProgress,
  EngineSettings,
  EngineSummary,
  FromEngine,
  ResultBatch,
  ToEngine,
} from './messages.ts';

type Answer = Exclude<FromEngine, { kind: 'progress' }>;

export interface EngineRunOptions extends EngineSettings {
  maxHeapMb: number;
  onProgress(progress: EngineProgress): void;
}

/** Answers come in the order of the questions, and one question is asked at a time. */
export class EngineRun {
  readonly #thread: Worker;
  #settle: { resolve(answer: Answer): void; reject(reason: unknown): void } | undefined;
  #ended: Error | undefined;
  #exited = false;

  constructor({ maxHeapMb, onProgress, ...settings }: EngineRunOptions) {
    const workerData: EngineSettings = settings;
    this.#thread = startThread(new URL('./engine-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    this.#thread.on('message', (message: FromEngine) => {
      if (message.kind === 'progress') onProgress(message);
      else this.#settle?.resolve(message);
    });
    this.#thread.on('error', (error) => this.#end(error));
    this.#thread.on('exit', () => {
      this.#exited = true;
      this.#end(new Error('the engine was stopped'));
    });
  }

  /** Hands over a batch of one book, in the order of the book; the rewards before the POS. */
  give(side: UploadSide, batch: readonly StoredTransaction[]): void {
    this.#tell({ kind: 'transactions', side, batch });
  }

  /** Hands over the rows of one file that could not be read; the report names them at their place. */
  giveUnreadable(side: UploadSide, rows: readonly UnreadableRow[]): void {
    this.#tell({ kind: 'unreadable', side, rows });
  }

  /** Reconciles what was given. Rejects with what the engine threw, or when it was stopped. */
  async reconcile(): Promise<void> {
    await this.#ask({ kind: 'run' }, 'decided');
  }

  /**
   * Hands all result rows to `write`, in order, once they are decided. While a batch is written the next one is made: no more
   * than two are there at once.
   */
  async handOut(batchRows: number, write: (batch: ResultBatch) => Promise<void>): Promise<EngineSummary> {
    let asked = this.#ask({ kind: 'rows', count: batchRows }, 'rows', 'done');
    for (;;) {
      const answer = await asked;
      if (answer.kind === 'done') return answer;
      asked = this.#ask({ kind: 'rows', count: batchRows }, 'rows', 'done');
      // Heard below; until then it may fail while the batch is written.
      asked.catch(() => undefined);
      await write(answer);
    }
  }

  /**
   * Ends it before its next batch. The thread leaves by itself: one that is terminated while the model runs takes the
   * whole process down (onnxruntime throws where nobody can catch).
   */
  async stop(): Promise<void> {
    if (this.#exited) return;
    const exit = new Promise((resolve) => this.#thread.once('exit', resolve));
    this.#end(new Error('the engine was stopped'));
    this.#tell({ kind: 'stop' });
    await exit;
  }

  async #ask<Kind extends Answer['kind']>(question: ToEngine, ...kinds: readonly Kind[]) {
    const answer = await new Promise<Answer>((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#settle = { resolve, reject };
      this.#tell(question);
    });
    if (!kinds.some((kind) => kind === answer.kind))
      throw new Error(`the engine answered ${answer.kind} when asked for ${question.kind}`);
    return answer as Extract<Answer, { kind: Kind }>;
  }

  #tell(message: ToEngine): void {
    this.#thread.postMessage(message);
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#settle?.reject(this.#ended);
  }
}
