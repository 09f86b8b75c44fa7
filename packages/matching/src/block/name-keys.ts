// The keys that each name of a job is found by.
import { type KeyBuffer, MISSING, type Records, type WriteNameKeys } from '../domain.ts';
import { type Lists, ListWriter } from './lists.ts';

/** A name meets others in so many blocks of a rule at most. */
export const MAX_BLOCKS = 64;

/** Rows without a name have the last list. */
export const listOfName = ({ start }: Lists, name: number): number =>
  name === MISSING ? start.length - 2 : name;

/** The distinct keys of each name, and after them those of a row without one. */
export function keysOfNames(records: Records, write: WriteNameKeys): Lists {
  const names = records.names.suffix.length;
  const writer = new ListWriter(names + 1);
  const buffer: KeyBuffer = { count: 0, keys: new Int32Array(MAX_BLOCKS) };
  for (let name = 0; name <= names; name++) {
    buffer.count = 0;
    write(records, name === names ? MISSING : name, buffer);
    for (let k = 0; k < buffer.count; k++) {
      if (isFirst(buffer.keys, k)) writer.push(buffer.keys[k]!);
    }
    writer.next();
  }
  return writer.lists();
}

function isFirst(keys: Int32Array, at: number): boolean {
  for (let k = 0; k < at; k++) if (keys[k] === keys[at]) return false;
  return true;
}
