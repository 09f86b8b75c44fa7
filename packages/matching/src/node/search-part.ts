// One searching thread, seen from its owner.
import type { Worker } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import type { Blocked, Checkpoint } from '../pair-search.ts';
import type { Answers, FromSearch, SearchSettings, ToSearch } from './search-messages.ts';
import { startThread } from './start-thread.ts';

interface Question {
  resolve(answer: Answers[keyof Answers]): void;
  reject(reason: unknown): void;
  checkpoint: Checkpoint;
}

/** Its promises reject with what the thread or the checkpoint threw. One question is asked at a time, `block` first. */
export class SearchPart {
  readonly #thread: Worker;
  readonly #exit: Promise<void>;
  #asked: Question | undefined;
  #ended: Error | undefined;

  constructor() {
    this.#thread = startThread('search-thread', import.meta.url);
    this.#thread.on('message', (message: FromSearch) => this.#hear(message));
    this.#thread.on('error', (error) => this.#end(error));
    this.#exit = new Promise((resolve) => {
      this.#thread.on('exit', () => {
        this.#end(new Error('a thread that searched for pairs ended early'));
        resolve();
      });
    });
  }

  async block(settings: SearchSettings, checkpoint: Checkpoint): Promise<Blocked> {
    return (await this.#ask({ kind: 'block', settings }, checkpoint)) as Blocked;
  }

  async compare(checkpoint: Checkpoint): Promise<Compared> {
    return (await this.#ask({ kind: 'compare' }, checkpoint)) as Compared;
  }

  /** Resolves when the thread has left by itself. */
  async close(): Promise<void> {
    this.#tell({ kind: 'close' });
    await this.#exit;
  }

  async #ask(question: ToSearch, checkpoint: Checkpoint): Promise<Answers[keyof Answers]> {
    return await new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#asked = { resolve, reject, checkpoint };
      this.#tell(question);
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
