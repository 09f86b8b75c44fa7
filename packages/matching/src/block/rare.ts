// What counts as rare, for keys and gate alike: in a small file few rows share anything by chance, in a large one many do.
import { NO_DAY, type Records, type Side } from '../domain.ts';

/** Rarer than one in five hundred, or fewer rows than these. */
const RARE_SHARE = 1 / 500;
const FEW_ROWS = 16;
const FEW_ROWS_A_DAY = 12;

/** 1 for each reward whose amount few POS rows carry. */
export function rareAmounts({ rewards, pos, amounts }: Records): Uint8Array {
  const bound = Math.log(Math.max(RARE_SHARE, FEW_ROWS / Math.max(1, pos.count)));
  return Uint8Array.from({ length: rewards.count }, (_, r) =>
    Number(amounts.logShare[rewards.amount[r]!]! < bound),
  );
}

/** 1 for each row on a day that few rows of its book share. */
export function quietDays(side: Side): Uint8Array {
  const rowsOn = new Map<number, number>();
  for (const day of side.day) rowsOn.set(day, (rowsOn.get(day) ?? 0) + 1);
  const most = Math.max(RARE_SHARE * side.count, FEW_ROWS_A_DAY);
  return Uint8Array.from(side.day, (day) => Number(day !== NO_DAY && rowsOn.get(day)! <= most));
}
