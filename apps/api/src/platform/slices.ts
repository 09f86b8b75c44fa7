// Long lists without holding the event loop: a request that asks for its health is answered in between.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Some milliseconds of encryption. */
const SLICE_ROWS = 100;

/** `list.map(work)`, a slice at a time. */
export async function mapInSlices<T, R>(list: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < list.length; start += SLICE_ROWS) {
    if (start > 0) await nextTurn();
    for (const item of list.slice(start, start + SLICE_ROWS)) done.push(work(item));
  }
  return done;
}
