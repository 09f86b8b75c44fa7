// Columns in memory that threads share: they lie there once, and not once for every thread.
import { MessageChannel } from 'node:worker_threads';

/** A large column's bytes. Smaller ones may be constants of a module, and are not worth the trouble. */
const LARGE = 65_536;

/**
 * The same plain data with every typed array in shared memory. Strings stay what they are: each thread gets its own. Large columns
 * of `data` are empty afterwards: their memory is let go at once.
 */
export function movedToShared<T extends object>(data: T): T {
  const moved = new Map<Column, Column>();
  const shared = withShared(data, moved) as T;
  const left = new Set(Array.from(moved.keys(), ({ buffer }) => buffer as ArrayBuffer));
  letGo([...left].filter(({ byteLength }) => byteLength >= LARGE));
  return shared;
}

/** `moved`: what each column became, wherever else it stands. */
function withShared(value: unknown, moved: Map<Column, Column>): unknown {
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column, moved);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withShared(part, moved)]));
}

/** Not a list, a map, or of a class of its own. */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

type Column = Int32Array | Int8Array | Uint8Array | Uint16Array | Float32Array | Float64Array;

function sharedColumn(column: Column, moved: Map<Column, Column>): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const known = moved.get(column);
  if (known !== undefined) return known;
  const Columns = column.constructor as new (memory: SharedArrayBuffer) => Column;
  const copy = new Columns(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  moved.set(column, copy);
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
