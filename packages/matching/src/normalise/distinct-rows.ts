// Rows that agree in every column are one distinct row with several members, so that a hundred thousand equal
// rows cost one comparison, and never a quadratic number of them.

export interface DistinctRows {
  /** The first source row of each distinct row, in order of appearance. */
  first: Int32Array;
  memberStart: Int32Array;
  members: Int32Array;
  distinctOf: Int32Array;
}

/** Groups the rows of equally long columns by open addressing over a hash of all their values. */
export function distinctRows(columns: readonly ArrayLike<number>[], rows: number): DistinctRows {
  const capacity = tableSize(rows);
  const slots = new Int32Array(capacity).fill(-1);
  const group = new Int32Array(rows);
  const first: number[] = [];
  for (let row = 0; row < rows; row++) {
    let slot = hashRow(columns, row) & (capacity - 1);
    while (slots[slot] !== -1 && !equalRows(columns, first[slots[slot]!]!, row))
      slot = (slot + 1) & (capacity - 1);
    if (slots[slot] === -1) {
      slots[slot] = first.length;
      first.push(row);
    }
    group[row] = slots[slot]!;
  }
  return { first: Int32Array.from(first), distinctOf: group, ...membersOf(group, first.length) };
}

/** Rows by group, as one array and the start of each group in it. */
function membersOf(group: Int32Array, groups: number): { memberStart: Int32Array; members: Int32Array } {
  const memberStart = new Int32Array(groups + 1);
  for (const g of group) memberStart[g + 1] = memberStart[g + 1]! + 1;
  for (let g = 0; g < groups; g++) memberStart[g + 1] = memberStart[g + 1]! + memberStart[g]!;
  const next = memberStart.slice();
  const members = new Int32Array(group.length);
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    members[next[g]!] = row;
    next[g] = next[g]! + 1;
  }
  return { memberStart, members };
}

function tableSize(rows: number): number {
  let size = 16;
  while (size < rows * 2) size *= 2;
  return size;
}

function hashRow(columns: readonly ArrayLike<number>[], row: number): number {
  let hash = 0x811c9dc5;
  for (const column of columns) {
    hash = Math.imul(hash ^ column[row]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function equalRows(columns: readonly ArrayLike<number>[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
