// Rows that agree in every column are one distinct row with several members, so that a hundred thousand equal
// rows cost one comparison, and never a quadratic number of them.

export interface DistinctRows {
  /** The first source row of each distinct row. */
  first: Int32Array;
  memberStart: Int32Array;
  members: Int32Array;
  distinctOf: Int32Array;
}

/**
 * Groups the rows of equally long columns by open addressing over a hash of all their values. Groups come in ascending
 * order of `day`, one of the columns, and of equal days in order of appearance.
 */
export function distinctRows(columns: readonly Int32Array[], rows: number, day: Int32Array): DistinctRows {
  const hashes = hashesOf(columns, rows);
  const capacity = tableSize(rows);
  /** The hash and distinct row + 1 of each slot side by side; 0 for an empty one. */
  const slots = new Int32Array(capacity * 2);
  const last = slots.length - 2;
  const distinctOf = new Int32Array(rows);
  const first = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row]!;
    let slot = (hash << 1) & last;
    while (slots[slot + 1] !== 0) {
      if (slots[slot] === hash && equalRows(columns, first[slots[slot + 1]! - 1]!, row)) break;
      slot = (slot + 2) & last;
    }
    if (slots[slot + 1] === 0) {
      slots[slot] = hash;
      slots[slot + 1] = count + 1;
      first[count++] = row;
    }
    distinctOf[row] = slots[slot + 1]! - 1;
  }
  const ordered = inOrderOf(day, first.subarray(0, count));
  if (ordered.rank !== null) {
    for (let row = 0; row < rows; row++) distinctOf[row] = ordered.rank[distinctOf[row]!]!;
  }
  return { first: ordered.first, distinctOf, ...membersOf(distinctOf, count) };
}

/** The groups in order of day, and the new place of each; no places where they were in order already. */
function inOrderOf(day: Int32Array, first: Int32Array): { first: Int32Array; rank: Int32Array | null } {
  const count = first.length;
  let isOrdered = true;
  for (let g = 1; g < count && isOrdered; g++) isOrdered = day[first[g - 1]!]! <= day[first[g]!]!;
  if (isOrdered) return { first: first.slice(), rank: null };
  // Day and place in one number below 2^53: sorted without a comparator, and stable.
  const keys = new Float64Array(count);
  for (let g = 0; g < count; g++) keys[g] = day[first[g]!]! * count + g;
  keys.sort();
  const ordered = new Int32Array(count);
  const rank = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const g = ((keys[place]! % count) + count) % count;
    ordered[place] = first[g]!;
    rank[g] = place;
  }
  return { first: ordered, rank };
}

/** Rows by group, as one array and the start of each group in it. */
function membersOf(group: Int32Array, groups: number): { memberStart: Int32Array; members: Int32Array } {
  const memberStart = new Int32Array(groups + 1);
  for (let row = 0; row < group.length; row++) {
    const next = group[row]! + 1;
    memberStart[next] = memberStart[next]! + 1;
  }
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
  let size = 4;
  while (size < rows * 2) size *= 2;
  return size;
}

/** Column by column, so that each is read once and in order. */
function hashesOf(columns: readonly Int32Array[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      const hash = Math.imul(hashes[row]! ^ column[row]!, 0x9e3779b1);
      hashes[row] = hash ^ (hash >>> 15);
    }
  }
  return hashes;
}

function equalRows(columns: readonly Int32Array[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
