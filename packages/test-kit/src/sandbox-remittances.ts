// What the manufacturers have paid the sandbox's spa so far: a lump per program for each week of redemptions, as remittances come.
import type { Program, Transaction } from '@medspasync/schemas';
import type { SyntheticBooks } from './books.ts';

const DAYS_PER_LUMP = 7;
/** From the last day of a lump's week to its payment. */
const DAYS_TO_PAYMENT = 14;
const MS_PER_DAY = 86_400_000;

/** The program whose last payment falls short, by no redemption's amount: what the owner has to ask about. */
const SHORT: Program = 'aspire';
const SHORT_CENTS = 1234;

/** The payments up to `today` (`YYYY-MM-DD`), oldest first, of type `reimbursement`: all that the portals list, but for a part of one redemption. */
export function sandboxRemittances({ rewards }: SyntheticBooks, today: string): Transaction[] {
  const paid = rewards.filter(({ date }) => date !== undefined);
  const firstDay = Math.min(...paid.map(dayOf));
  const lumps = new Map<string, Transaction[]>();
  for (const reward of paid) {
    const week = Math.floor((dayOf(reward) - firstDay) / DAYS_PER_LUMP);
    const payday = textOf(firstDay + (week + 1) * DAYS_PER_LUMP - 1 + DAYS_TO_PAYMENT);
    if (payday > today) continue;
    const key = `${payday} ${reward.program}`;
    lumps.set(key, [...(lumps.get(key) ?? []), reward]);
  }
  const keys = [...lumps.keys()].sort();
  const short = keys.findLast((key) => key.endsWith(SHORT));
  return keys.map((key, i) => {
    const amounts = lumps.get(key)!.map(({ amountCents }) => amountCents);
    const leftOut = key === short ? SHORT_CENTS : 0;
    return {
      transactionId: `REM-${1001 + i}`,
      amountCents: amounts.reduce((sum, cents) => sum + cents, -leftOut),
      date: key.slice(0, 10),
      program: lumps.get(key)![0]!.program,
      type: 'reimbursement',
    };
  });
}

const dayOf = ({ date }: Transaction): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const textOf = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
