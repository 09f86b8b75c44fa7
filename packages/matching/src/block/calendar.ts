// Which rows some rewards can meet at all: books stand in order of day, so that a window is a range of rows.
import { type BlockingRule, NO_DAY, type Records, type RowRange, type Side } from '../domain.ts';

type WindowDays = BlockingRule['windowDays'];

/** The first position in `[from, to)` of ascending `values` that holds `least` or more; `to` when none does. */
export function firstAtLeast(values: Int32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows without a date, which come first of all. */
export const undatedRows = ({ day, count }: Side): number => firstAtLeast(day, 0, count, NO_DAY + 1);

/** POS rows inside the widest of some windows around the days of `rewards`, ascending: a missing date is inside any window. */
export function rowsInReach(
  { rewards, pos }: Records,
  windows: readonly WindowDays[],
  own: Int32Array,
): RowRange[] {
  if (own.length === 0) return [];
  const firstDay = rewards.day[own[0]!]!;
  if (firstDay === NO_DAY || windows.includes(null)) return [{ from: 0, to: pos.count }];
  const lastDay = rewards.day[own.at(-1)!]!;
  const after = Math.max(...windows.map((days) => days!.after));
  const before = Math.max(...windows.map((days) => days!.before));
  const undated = undatedRows(pos);
  const from = firstAtLeast(pos.day, undated, pos.count, firstDay - after);
  const to = firstAtLeast(pos.day, from, pos.count, lastDay + before + 1);
  return [
    { from: 0, to: undated },
    { from, to },
  ];
}
