// Two months of a believable spa with three locations, ending today: what a visitor of the sandbox looks at first.
import type { SyntheticBooks } from './books.ts';
import { isRealDate } from './calendar.ts';
import { playScene } from './generate-books.ts';
import type { Habits } from './habits.ts';
import { openFrontDesk } from './processes/front-desk.ts';
import { setScene } from './scene.ts';

const REWARDS = 320;
const DAYS = 56;
/** From the first visit to today: the last entries lag up to five days behind their visits. */
const DAYS_BACK = 61;
const MS_PER_DAY = 86_400_000;

/** A spa in fair order: four in five redemptions agree, the rest is what a month-end brings. */
const HABITS: Habits = {
  rewardsPerPatient: 1.5,
  population: {
    household: 0.14,
    sharedPhone: 0.6,
    namesake: 0.006,
    compoundSurname: 0.03,
    changedSurname: 0.5,
  },
  shapes: { tender: 66, invoice: 22, equal: 0, near: 5, partial: 3, split: 4 },
  largeAmounts: 0,
  lag: { days: [58, 22, 10, 5, 3, 2], tail: 0, before: 0.005 },
  otherServices: 0,
  multiCertificate: 0.015,
  missingInPos: 0.055,
  reversed: 0.01,
  duplicateReward: 0.01,
  duplicatePos: 0.01,
  ordinarySales: 1.6,
  leaks: 0.07,
  decoys: 0.07,
  codeInPos: 0.55,
};

/**
 * The sandbox's books: about 320 rewards of four programs and 900 POS rows in the 61 days up to `today`.
 * @param today the last day, `YYYY-MM-DD` (a date-time is cut to its date). Throws RangeError for anything else.
 */
export function sandboxBooks(seed: number, today: string): SyntheticBooks {
  const lastDay = today.slice(0, 10);
  if (!isRealDate(lastDay)) throw new RangeError('today: must be a date YYYY-MM-DD');
  const from = new Date(Date.parse(`${lastDay}T00:00:00Z`) - DAYS_BACK * MS_PER_DAY)
    .toISOString()
    .slice(0, 10);
  const scene = setScene(
    { seed, rewards: REWARDS, process: 'front-desk', difficulty: 'easy', from, days: DAYS, columns: 'full' },
    (desk) => ({ ...openFrontDesk(desk), habits: HABITS }),
  );
  const books = playScene(scene, REWARDS);
  // A mistyped date may not lie ahead of today: portals refuse it.
  for (const row of books.rewards) if (row.date !== undefined && row.date > lastDay) row.date = lastDay;
  return books;
}
