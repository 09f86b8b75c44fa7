// Long lists without holding the event loop: a request that asks for its health is answered in between.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work between two turns of the event loop. */
const TURN_MS = 1;

/** `list.map(work)`, a slice at a time. */
export async function mapInSlices<T, R>(list: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  let turnAt = performance.now();
  for (const item of list) {
    if (performance.now() - turnAt > TURN_MS) {
      await nextTurn();
      turnAt = performance.now();
    }
    done.push(work(item));
  }
  return done;
}
