// How many redemptions would have to share what one of them finds: a patient who comes twice in a week has two sales.
import type { Records, Side } from '../domain.ts';
import { rowsById } from './lists.ts';

/** Days between two redemptions that one sale could speak for both of: as many as its gate gives points for, before and after. */
const WITHIN_DAYS = 9;

/** For each distinct reward the rows of its book, its own copies included, that have its name and amount near its day. */
export function contenders({ rewards, names }: Records): Int32Array {
  const contending = new Int32Array(rewards.count).map((_, r) => copiesOf(rewards, r));
  const nobody = new Uint8Array(rewards.count);
  const { start, items } = rowsById([rewards.name], nobody, rewards.count, names.suffix.length);
  for (let name = 0; name + 1 < start.length; name++) {
    const visits = items.subarray(start[name]!, start[name + 1]!);
    if (visits.length > 1) countNearVisits(rewards, visits, contending);
  }
  return contending;
}

export const copiesOf = ({ memberStart }: Side, row: number): number =>
  memberStart[row + 1]! - memberStart[row]!;

/** By a window that only moves on, however many `visits` one name has. */
function countNearVisits(rewards: Side, visits: Int32Array, contending: Int32Array): void {
  const { amount, day } = rewards;
  // Rows stand in order of day.
  visits.sort((a, b) => amount[a]! - amount[b]! || a - b);
  const areNear = (a: number, b: number): boolean =>
    amount[a] === amount[b] && Math.abs(day[a]! - day[b]!) <= WITHIN_DAYS;
  let from = 0;
  let to = 0;
  let copies = 0;
  for (const row of visits) {
    while (to < visits.length && areNear(row, visits[to]!)) copies += copiesOf(rewards, visits[to++]!);
    while (!areNear(row, visits[from]!)) copies -= copiesOf(rewards, visits[from++]!);
    contending[row] = copies;
  }
}
