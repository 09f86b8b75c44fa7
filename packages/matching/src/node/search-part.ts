// One searching thread, seen from its owner.
import type { Worker } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import type { Blocked, Checkpoint, PairSearch } from '../pair-search.ts';
import type { Answers, FromSearch, SearchSettings, ToSearch } from './search-messages.ts';
import { startThread } from './start-thread.ts';

interface Question {
  resolve(answer: Answers[keyof Answers]): void;
  reject(reason: unknown): void;
  checkpoint: Checkpoint;
}

/** Its promises reject with what the thread or the checkpoint threw. One question is asked at a time. */
export class SearchPart implements Omit<PairSearch, 'records'> {
  readonly #thread: Worker;
  readonly #exit: Promise<void>;
  #asked: Question | undefined;
  #ended: Error | undefined;

  constructor(settings: SearchSettings) {
    this.#thread = startThread('search-thread', import.meta.url, settings);
    this.#thread.on('message', (message: FromSearch) => this.#hear(message));
    this.#thread.on('error', (error) => this.#end(error));
    this.#exit = new Promise((resolve) => {
      this.#thread.on('exit', () => {
        this.#end(new Error('a thread that searched for pairs ended early'));
        resolve();
      });
    });
  }

  async block(checkpoint: Checkpoint): Promise<Blocked> {
    return (await this.#ask('block', checkpoint)) as Blocked;
  }

  async compare(checkpoint: Checkpoint): Promise<Compared> {
    return (await this.#ask('compare', checkpoint)) as Compared;
  }

  /** Resolves when the thread has left by itself. */
  async close(): Promise<void> {
    this.#tell({ kind: 'close' });
    await this.#exit;
  }

  async #ask(kind: keyof Answers, checkpoint: Checkpoint): Promise<Answers[keyof Answers]> {
    return await new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#asked = { resolve, reject, checkpoint };
      this.#tell({ kind });
    });
  }

  #hear(message: FromSearch): void {
    if (message.kind === 'answer') {
      this.#asked?.resolve(message.answer);
      return;
    }
    try {
      this.#asked?.checkpoint(message.processed, message.total);
    } catch (reason) {
      this.#asked?.reject(reason);
      this.#asked = undefined;
    }
  }

  #tell(message: ToSearch): void {
    this.#thread.postMessage(message);
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#asked?.reject(this.#ended);
  }
}
