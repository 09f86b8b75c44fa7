// Columns in memory that threads share: they are copied once, and not once for every thread.

/** The same plain data with every typed array in shared memory. Strings stay what they are: each thread gets its own. */
export const withSharedColumns = <T extends object>(data: T): T => shared(data) as T;

function shared(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return sharedColumn(value as Column);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)]));
}

type Column = Int32Array | Int8Array | Uint8Array | Uint16Array | Float32Array | Float64Array;

function sharedColumn(column: Column): Column {
  const Columns = column.constructor as new (memory: SharedArrayBuffer) => Column;
  const copy = new Columns(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}
