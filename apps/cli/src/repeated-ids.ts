// Rows that bear the id of an earlier row: the matches file names rows by their ids, so these cannot be told apart in it.
import type { RowFacts } from './row-facts.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** How many rows have the id of an earlier one. Open addressing over the bytes: no id becomes a string. */
export function countRepeatedIds({ count, ids, idStart }: RowFacts): number {
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 1)) - 1;
  /** Row + 1 of the first row of each id; 0 where a place is free. */
  const firstRow = new Int32Array(mask + 1);
  let repeated = 0;
  for (let row = 0; row < count; row++) {
    const from = idStart[row]!;
    const to = idStart[row + 1]!;
    let hash = FNV_OFFSET;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ ids[at]!, FNV_PRIME);
    let place = (hash ^ (hash >>> 15)) & mask;
    while (firstRow[place] !== 0 && !isSameId(firstRow[place]! - 1, from, to)) place = (place + 1) & mask;
    if (firstRow[place] === 0) firstRow[place] = row + 1;
    else repeated += 1;
  }
  return repeated;

  function isSameId(other: number, from: number, to: number): boolean {
    const start = idStart[other]!;
    if (idStart[other + 1]! - start !== to - from) return false;
    for (let at = 0; at < to - from; at++) if (ids[start + at] !== ids[from + at]) return false;
    return true;
  }
}
