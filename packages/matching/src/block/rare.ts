// What counts as rare, for keys and gate alike: in a small file few rows share anything by chance, in a large one many do.
import { NO_DAY, type Records, type Side } from '../domain.ts';

/** Rarer than one in five hundred, or fewer rows than these. */
const RARE_SHARE = 1 / 500;
const FEW_ROWS = 16;
const FEW_ROWS_A_DAY = 12;

/** 1 for each reward whose amount few POS rows carry. */
export function rareAmounts({ rewards, pos, amounts }: Records): Uint8Array {
  const bound = Math.log(Math.max(RARE_SHARE, FEW_ROWS / Math.max(1, pos.count)));
  const rare = new Uint8Array(rewards.count);
  for (let r = 0; r < rewards.count; r++) rare[r] = Number(amounts.logShare[rewards.amount[r]!]! < bound);
  return rare;
}

/** 1 for each row on a day that few rows of its book share. Rows come in order of day. */
export function quietDays({ count, day }: Side): Uint8Array {
  const most = Math.max(RARE_SHARE * count, FEW_ROWS_A_DAY);
  const quiet = new Uint8Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && day[to] === day[from]) to++;
    if (day[from] !== NO_DAY && to - from <= most) quiet.fill(1, from, to);
    from = to;
  }
  return quiet;
}
