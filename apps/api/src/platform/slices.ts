// Long work without holding the event loop: a request that asks for its health is answered in between.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work between two turns of the event loop. */
const TURN_MS = 1;

/** Tells long work when it has to let others have their turn. By the clock, because rows differ in what they cost. */
export class Turns {
  #startedAt = performance.now();

  /** What to wait for before going on, if there is anything. */
  due(): Promise<void> | undefined {
    return performance.now() - this.#startedAt > TURN_MS ? this.#pass() : undefined;
  }

  async #pass(): Promise<void> {
    await nextTurn();
    this.#startedAt = performance.now();
  }
}

/** `list.map(work)`, a slice at a time. */
export async function mapInSlices<T, R>(list: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  const turns = new Turns();
  for (const item of list) {
    const turn = turns.due();
    if (turn) await turn;
    done.push(work(item));
  }
  return done;
}
