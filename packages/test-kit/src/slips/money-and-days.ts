// Amounts and dates as they are mistyped.
import { isRealDate } from '../calendar.ts';
import type { Random } from '../random.ts';

/** A digit wrong, two digits exchanged, a zero too many or too few: `4000` → `400`. Cents, positive. */
export function slipCents(random: Random, cents: number): number {
  const text = String(cents);
  const wrong = [
    () => cents * 10,
    () => Math.floor(cents / 10),
    () => {
      const at = random.below(Math.max(1, text.length - 2));
      return Number(text.slice(0, at) + random.below(10) + text.slice(at + 1));
    },
    () => (text.length > 3 ? Number(text[1]! + text[0]! + text.slice(2)) : cents + 900),
  ][random.weighted([1, 1, 3, 2])]!();
  return wrong > 0 && wrong !== cents ? wrong : cents + 1000;
}

/** `2024-03-05` → `2024-05-03`; unchanged where no such date exists or it is the same. */
export function swapDayAndMonth(date: string): string {
  const swapped = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
  return isRealDate(swapped) ? swapped : date;
}

/** A wrong year, month or day digit that still makes a date; unchanged if five tries do not. */
export function slipDate(random: Random, date: string): string {
  for (let attempt = 0; attempt < 5; attempt++) {
    const year = Number(date.slice(0, 4));
    const wrong = [
      () => `${year + (random.chance(0.75) ? -1 : 1)}${date.slice(4)}`,
      () => `${date.slice(0, 5)}${String(random.between(1, 12)).padStart(2, '0')}${date.slice(7)}`,
      () => `${date.slice(0, 8)}${random.below(3)}${date[9]}`,
      () => `${date.slice(0, 9)}${random.below(10)}`,
    ][random.weighted([3, 2, 2, 3])]!();
    if (wrong !== date && isRealDate(wrong)) return wrong;
  }
  return date;
}
