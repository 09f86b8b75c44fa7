// The engine as the page sees it: questions and answers across the border of the worker.
import type { UploadSide } from '@medspasync/schemas';
import type { CallName, Calls, Question, RunProgress, Told } from './messages.ts';

/** The visitor stopped the run. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (reason: Error) => void;
}

export class BrowserEngine {
  readonly #onProgress: (progress: RunProgress) => void;
  readonly #files = new Map<UploadSide, File>();
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #worker: Worker;

  constructor(onProgress: (progress: RunProgress) => void) {
    this.#onProgress = onProgress;
    this.#worker = this.#startWorker();
  }

  /** Rejects, in words for the visitor, when the file cannot be read. */
  async read(side: UploadSide, file: File): Promise<Calls['read']['answer']> {
    this.#files.delete(side);
    const summary = await this.#ask('read', { side, file });
    this.#files.set(side, file);
    return summary;
  }

  /** Rejects with `Cancelled` when `cancel` was called. */
  reconcile(): Promise<Calls['reconcile']['answer']> {
    return this.#ask('reconcile', null);
  }

  page(question: Calls['page']['question']): Promise<Calls['page']['answer']> {
    return this.#ask('page', question);
  }

  detail(index: number): Promise<Calls['detail']['answer']> {
    return this.#ask('detail', { index });
  }

  matchesFile(): Promise<Blob> {
    return this.#ask('matchesFile', null);
  }

  /** Ends the worker at once, whatever it is doing; another one takes up the files that were read. */
  cancel(): void {
    this.close();
    this.#worker = this.#startWorker();
    // The page shows what these files hold already; should one have changed since, the next run says so.
    for (const [side, file] of this.#files) this.#ask('read', { side, file }).catch(() => undefined);
  }

  close(): void {
    this.#worker.terminate();
    this.#rejectAll(new Cancelled('cancelled'));
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      // What a cancelled worker had still to say is not about the run at hand.
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener('error', ({ message }) => {
      this.#rejectAll(
        new Error(`The engine could not be loaded or ran out of memory. ${message ?? ''}`.trim()),
      );
    });
    return worker;
  }

  #ask<Name extends CallName>(name: Name, question: Calls[Name]['question']): Promise<Calls[Name]['answer']> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, question } as Question);
    });
  }

  #hear(told: Told): void {
    if (told.kind === 'progress') {
      this.#onProgress(told.progress);
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.kind === 'answer') waiting?.resolve(told.answer as never);
    else waiting?.reject(new Error(told.reason));
  }

  #rejectAll(reason: Error): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
