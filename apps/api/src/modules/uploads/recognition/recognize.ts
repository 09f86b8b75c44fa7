// Rows of a file against the rows an organization holds: which are new, which the same, which have changed. Two identical
// rows of one file are two; in the next file each of them meets one of the two. Programs and tills number their rows each for
// itself, and many patients may bring one coupon: what only has the same number is another row.
import type { RecognitionCountsWire } from '@medspasync/schemas';
import type { RowDigest, RowMarks, StoredDigest } from './row-digests.ts';

/** A row the organization holds, in the version that counts today. */
export interface HeldRow extends StoredDigest {
  id: string;
  /** Tells held rows of one identity apart, from 0. */
  ordinal: number;
  /** Of all its versions, the id of the first. */
  lineageId: string;
  /** From 1. */
  version: number;
  /** Read where it may have been corrected; without them it is taken to be. */
  marks?: RowMarks;
}

export type RecognizedRow =
  | { is: 'new'; ordinal: number; repeatsCode: boolean }
  | { is: 'same'; held: HeldRow }
  | { is: 'changed'; held: HeldRow };

export function countsOf(recognized: readonly RecognizedRow[]): RecognitionCountsWire {
  const counts = { new: 0, same: 0, changed: 0 };
  for (const { is } of recognized) counts[is] += 1;
  return counts;
}

export const repeatsCode = (row: RecognizedRow): boolean => row.is === 'new' && row.repeatsCode;

/**
 * One answer per row, in their order; a held row answers for one of them. How many rows of an identity are new, the same
 * or changed does not depend on the order of the file.
 */
export function recognize(rows: readonly RowDigest[], held: readonly HeldRow[]): RecognizedRow[] {
  const heldBy = groupBy(held, ({ identity }) => identity);
  const recognized = new Array<RecognizedRow>(rows.length);
  for (const [identity, places] of groupBy([...rows.keys()], (place) => rows[place]!.identity)) {
    const candidates = (heldBy.get(identity) ?? []).sort((one, other) => one.ordinal - other.ordinal);
    // Of a first file nearly all rows.
    if (candidates.length === 0 && places.length === 1)
      recognized[places[0]!] = { is: 'new', ordinal: 0, repeatsCode: false };
    else recognizeGroup(places, rows, candidates, recognized);
  }
  return recognized;
}

/** Those that say the same first, so that a change is never seen where a row has only moved. */
function recognizeGroup(
  places: readonly number[],
  rows: readonly RowDigest[],
  candidates: readonly HeldRow[],
  recognized: RecognizedRow[],
): void {
  let ordinal = (candidates.at(-1)?.ordinal ?? -1) + 1;
  const free = groupBy(candidates, ({ content }) => content);
  const rest = places.filter((place) => {
    const same = free.get(rows[place]!.content)?.shift();
    if (same) recognized[place] = { is: 'same', held: same };
    return !same;
  });
  const isBroughtAgain = broughtAgain(
    places.map((place) => rows[place]!),
    candidates,
  );
  const left = [...free.values()].flat().sort((one, other) => one.ordinal - other.ordinal);
  for (const place of inOrderOfContent(rest, rows)) {
    const older = left.findIndex(({ marks }) => mayBeCorrected(marks, rows[place]!.marks));
    if (older >= 0) recognized[place] = { is: 'changed', held: left.splice(older, 1)[0]! };
    else
      recognized[place] = { is: 'new', ordinal: ordinal++, repeatsCode: isBroughtAgain(rows[place]!.marks) };
  }
}

/** Tells of a new row whether its patient has brought its code for its amount more than once, in the file or before. */
function broughtAgain(
  rows: readonly RowDigest[],
  candidates: readonly HeldRow[],
): (marks: RowMarks) => boolean {
  const keyOf = ({ amount, patient }: RowMarks): string => JSON.stringify([amount, patient]);
  const times = new Map<string, number>();
  for (const { marks } of [...rows, ...candidates])
    if (marks?.isCode) times.set(keyOf(marks), (times.get(keyOf(marks)) ?? 0) + 1);
  return (marks) => (times.get(keyOf(marks)) ?? 0) > 1;
}

/** So that who is first does not depend on the file. */
const inOrderOfContent = (places: number[], rows: readonly RowDigest[]): number[] =>
  places.length < 2
    ? places
    : places.sort((one, other) => (rows[one]!.content < rows[other]!.content ? -1 : 1));

/** Days after a visit by which portals are entered; no patient comes twice within so few. */
const ENTERED_WITHIN_DAYS = 5;

/**
 * A correction is of one thing: of day, amount and patient two stay. Under a number of the vendor's own the patient is
 * enough. A refund of another amount than the sale is of a part of it, and the sale goes on. A code that the patient brings
 * for the same amount on another day is a corrected day only where nothing else says that it was another visit: taken for
 * one, the earlier redemption would be gone.
 */
function mayBeCorrected(older: RowMarks | undefined, row: RowMarks): boolean {
  if (!older) return true;
  const { amount, day, isCode, isRefund, patient } = row;
  if (isRefund !== older.isRefund && amount !== older.amount) return false;
  if (!isCode && patient !== undefined && older.patient === patient) return true;
  if (isCode && older.day !== day && older.amount === amount && older.patient === patient)
    return older.visit === row.visit && daysApart(older.day, day) <= ENTERED_WITHIN_DAYS;
  const same = [older.day === day, older.amount === amount, older.patient === patient];
  return same.filter(Boolean).length >= 2;
}

/** 0 where one of them says no day. */
function daysApart(one: string | undefined, other: string | undefined): number {
  const days = Math.abs(Date.parse(one ?? '') - Date.parse(other ?? '')) / 86_400_000;
  return Number.isNaN(days) ? 0 : days;
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
