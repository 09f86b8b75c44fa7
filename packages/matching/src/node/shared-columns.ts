// Columns in memory that threads share: they lie there once, and not once for every thread.
import { MessageChannel } from 'node:worker_threads';

/** A large column's bytes. Smaller ones may be constants of a module, and are not worth the trouble. */
const LARGE = 65_536;

/**
 * The same plain data with every typed array in shared memory. Strings stay what they are: each thread gets its own. Large columns
 * of `data` are empty afterwards: their memory is let go at once.
 */
export function movedToShared<T extends object>(data: T): T {
  const moved = new Set<ArrayBuffer>();
  const shared = withShared(data, moved) as T;
  letGo([...moved].filter(({ byteLength }) => byteLength >= LARGE));
  return shared;
}

function withShared(value: unknown, moved: Set<ArrayBuffer>): unknown {
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column, moved);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withShared(part, moved)]));
}

type Column = Int32Array | Int8Array | Uint8Array | Uint16Array | Float32Array | Float64Array;

function sharedColumn(column: Column, moved: Set<ArrayBuffer>): Column {
  const Columns = column.constructor as new (memory: SharedArrayBuffer) => Column;
  const copy = new Columns(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  moved.add(column.buffer as ArrayBuffer);
  return copy;
}

/** Nobody listens at the other end. */
const { port1: nowhere, port2: nobody } = new MessageChannel();
nobody.close();

/**
 * What is handed over to nobody is freed. The collector would not come before the search is over: a thread that waits for
 * others makes no garbage.
 */
const letGo = (memory: ArrayBuffer[]): void => nowhere.postMessage(null, memory);
