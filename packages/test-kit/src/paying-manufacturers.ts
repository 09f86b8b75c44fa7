// Manufacturers as they pay: lumps over whole periods up to a cut-off, some days later, without the redemptions they refuse. Made up from
// a seed, so that what a run settles can be held against what was paid.
import type { Program, Transaction } from '@medspasync/schemas';
import type { Random } from './random.ts';

/** How one manufacturer pays. */
export interface Payer {
  period: 'week' | 'half-month' | 'month';
  /** Days from the cut-off to the payment. */
  lagDays: number;
  /** Payments that would fall on a weekend come on Monday. */
  skipsWeekends: boolean;
}

export interface PaidBooks {
  redemptions: Transaction[];
  /** The oldest first, each with the rows of the redemptions it truly pays. */
  payments: { payment: Transaction; paidRows: number[] }[];
}

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1) / DAY_MS;
const PROGRAM: Program = 'alle';

export interface Drawn {
  payer: Payer;
  days: number;
  /** Redemptions of a weekday, on average. */
  perDay: number;
  /** The share of redemptions that the manufacturer never pays. */
  refused: number;
  /** Of a redemption, in cents. */
  amountOf(random: Random): number;
}

export function drawBooks({ amountOf, days, payer, perDay, refused }: Drawn, random: Random): PaidBooks {
  const redemptions: Transaction[] = [];
  const isRefused: boolean[] = [];
  for (let day = 0; day < days; day++) {
    // No redemptions on Sundays; 2024 began on a Monday.
    if (day % 7 === 6) continue;
    for (let n = countOf(perDay, random); n > 0; n--) {
      redemptions.push({ date: isoDay(day), amountCents: amountOf(random), program: PROGRAM });
      isRefused.push(random.chance(refused));
    }
  }
  const payments: PaidBooks['payments'] = [];
  let [begin, end] = [0, 0];
  for (let day = 0; day < days; day++) {
    if (!isCutOff(payer.period, day)) continue;
    while (end < redemptions.length && redemptions[end]!.date! <= isoDay(day)) end++;
    const paidRows = Array.from({ length: end - begin }, (_, i) => begin + i).filter(
      (row) => !isRefused[row],
    );
    begin = end;
    if (paidRows.length === 0) continue;
    const amountCents = paidRows.reduce((sum, row) => sum + redemptions[row]!.amountCents, 0);
    payments.push({ payment: { date: isoDay(payday(payer, day)), amountCents, program: PROGRAM }, paidRows });
  }
  return { redemptions, payments };
}

const isoDay = (day: number): string => new Date((START + day) * DAY_MS).toISOString().slice(0, 10);

function payday({ lagDays, skipsWeekends }: Payer, cutOff: number): number {
  const day = cutOff + lagDays;
  const weekday = day % 7;
  return skipsWeekends && weekday >= 5 ? day + 7 - weekday : day;
}

function isCutOff(period: Payer['period'], day: number): boolean {
  if (period === 'week') return day % 7 === 6;
  const isMonthsEnd = isoDay(day + 1).endsWith('-01');
  return isMonthsEnd || (period === 'half-month' && isoDay(day).endsWith('-15'));
}

/** Poisson. */
function countOf(mean: number, random: Random): number {
  let count = 0;
  for (let p = random.next(); p > Math.exp(-mean); p *= random.next()) count++;
  return count;
}
