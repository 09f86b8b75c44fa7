// An answer of another thread, which may come before it is asked for, and the progress towards it.
import type { Checkpoint } from '../pair-search.ts';

export class Expected<T> {
  readonly #answer: Promise<T>;
  #resolve: (answer: T) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  #checkpoint: Checkpoint | undefined;

  constructor() {
    this.#answer = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever asks is told; until then nobody is.
    this.#answer.catch(() => undefined);
  }

  /** `checkpoint` hears of the progress from now on; what it throws is what the answer fails with. */
  ask(checkpoint: Checkpoint): Promise<T> {
    this.#checkpoint = checkpoint;
    return this.#answer;
  }

  progress(processed: number, total: number): void {
    try {
      this.#checkpoint?.(processed, total);
    } catch (reason) {
      this.#checkpoint = undefined;
      this.fail(reason);
    }
  }

  answer(answer: T): void {
    this.#resolve(answer);
  }

  fail(reason: unknown): void {
    this.#reject(reason);
  }
}
