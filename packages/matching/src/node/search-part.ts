// One searching thread, seen from its owner.
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Compared } from '../domain.ts';
import type { Blocked, Checkpoint } from '../pair-search.ts';
import { Expected } from './expected.ts';
import type { FromSearch, SearchTask, ThreadModel, ToSearch } from './search-messages.ts';
import { startThread } from './start-thread.ts';

/** Its promises reject with what the thread or the checkpoint threw. `block` is asked first, and each once. */
export class SearchPart {
  readonly #thread: Worker;
  readonly #exit: Promise<void>;
  readonly #blocked = new Expected<Blocked>();
  readonly #compared = new Expected<Compared>();

  constructor(model: ThreadModel) {
    this.#thread = startThread('search-thread', import.meta.url, model);
    this.#thread.on('message', (message: FromSearch) => this.#hear(message));
    this.#thread.on('error', (error) => this.#end(error));
    this.#exit = new Promise((resolve) => {
      this.#thread.on('exit', () => {
        this.#end(new Error('a thread that searched for pairs ended early'));
        resolve();
      });
    });
  }

  /** The thread goes on to compare what it found as soon as it can: no other is waited for. */
  async block(task: SearchTask, checkpoint: Checkpoint): Promise<Blocked> {
    this.#tell({ kind: 'search', task }, task.together.others);
    return await this.#blocked.ask(checkpoint);
  }

  async compare(checkpoint: Checkpoint): Promise<Compared> {
    return await this.#compared.ask(checkpoint);
  }

  /** Resolves when the thread has left by itself. */
  async close(): Promise<void> {
    this.#tell({ kind: 'close' });
    await this.#exit;
  }

  #hear(message: FromSearch): void {
    if (message.kind === 'blocked') this.#blocked.answer(message.blocked);
    else if (message.kind === 'compared') this.#compared.answer(message.compared);
    else if (message.stage === 'block') this.#blocked.progress(message.processed, message.total);
    else this.#compared.progress(message.processed, message.total);
  }

  #tell(message: ToSearch, handedOver: readonly MessagePort[] = []): void {
    this.#thread.postMessage(message, handedOver);
  }

  #end(reason: Error): void {
    this.#blocked.fail(reason);
    this.#compared.fail(reason);
  }
}
