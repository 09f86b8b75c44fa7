// What several threads all read of a job is made once: each thread makes some of it, and hands it straight to the others. The thread
// that waits for them sees none of it: it would hold the memory until its collector comes.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { OnceMade } from '../domain.ts';
import { movedToShared } from './shared-columns.ts';

/** One of the tables, in memory that threads share, and its place among them. */
interface MadeTable {
  place: number;
  table: object;
}

export interface Together {
  /** Its only integer is the place of the next table that nobody makes yet. Shared. */
  nextTable: Int32Array;
  /** To each of the other threads. */
  others: readonly MessagePort[];
}

/** For so many threads. */
export function together(threads: number): Together[] {
  const nextTable = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const ports = Array.from({ length: threads }, (): MessagePort[] => []);
  for (const [a, own] of ports.entries()) {
    for (const theirs of ports.slice(a + 1)) {
      const { port1, port2 } = new MessageChannel();
      own.push(port1);
      theirs.push(port2);
    }
  }
  return ports.map((others) => ({ nextTable, others }));
}

/** Resolves when all of `tables` are made, which are the same in every thread. */
export async function makeTogether(
  tables: readonly OnceMade<object>[],
  { nextTable, others }: Together,
): Promise<void> {
  const heard = others.map(tablesFrom);
  const own: MadeTable[] = [];
  for (;;) {
    const place = Atomics.add(nextTable, 0, 1);
    if (place >= tables.length) break;
    own.push({ place, table: movedToShared(tables[place]!.get()) });
  }
  for (const other of others) other.postMessage(own);
  for (const made of [own, ...(await Promise.all(heard))]) {
    for (const { place, table } of made) tables[place]!.take(table);
  }
}

const tablesFrom = (other: MessagePort): Promise<readonly MadeTable[]> =>
  new Promise((resolve) => {
    other.once('message', (made: readonly MadeTable[]) => {
      other.close();
      resolve(made);
    });
  });
