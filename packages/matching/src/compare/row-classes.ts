// Rows that agree in some columns are one class: what depends on these columns alone is worked out once per pair of classes.
import { type Comparison, OnceMade, type Records } from '../domain.ts';

export interface RowClasses {
  count: number;
  classOf: Int32Array;
}

/** Of both books. */
export interface PairClasses {
  reward: RowClasses;
  pos: RowClasses;
}

/** By what a comparison reads; undefined where pairs hardly measure alike. Threads that each compare some pairs can share them. */
export const classesOf = (records: Records, { readsOf }: Comparison): OnceMade<PairClasses> | undefined =>
  readsOf &&
  new OnceMade(() => ({
    reward: rowClasses(readsOf(records.rewards, records), records.rewards.count),
    pos: rowClasses(readsOf(records.pos, records), records.pos.count),
  }));

/** Classes of `rows` rows by the values of `columns`, numbered in order of appearance. */
export function rowClasses(columns: readonly ArrayLike<number>[], rows: number): RowClasses {
  let classes: RowClasses = { count: Math.min(rows, 1), classOf: new Int32Array(rows) };
  for (const column of columns) classes = dividedBy(classes, column);
  return classes;
}

const EMPTY = -1;

/** The same classes, told apart by one more column: open addressing over pairs of class and value. */
function dividedBy({ classOf }: RowClasses, column: ArrayLike<number>): RowClasses {
  const rows = classOf.length;
  let capacity = 16;
  while (capacity < rows * 2) capacity *= 2;
  const mask = capacity - 1;
  const exampleIn = new Int32Array(capacity).fill(EMPTY);
  const divided = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = Math.imul(column[row]!, 0x9e3779b1) ^ Math.imul(classOf[row]!, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (; exampleIn[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const example = exampleIn[slot]!;
      if (column[example] === column[row] && classOf[example] === classOf[row]) break;
    }
    if (exampleIn[slot] === EMPTY) {
      exampleIn[slot] = row;
      divided[row] = count++;
    } else divided[row] = divided[exampleIn[slot]!]!;
  }
  return { count, classOf: divided };
}
