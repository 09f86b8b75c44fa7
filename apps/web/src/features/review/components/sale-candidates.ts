// Sales a reward may belong to, the likeliest first, and the sum of those that were chosen.
import { centsOf, type ResultRowWire, type TransactionWire } from '@medspasync/schemas';
import { daysBetween } from '../../../lib/dates.ts';

/** A surname, as a person would look for it: the last word, or the first of `Delgado, Kate`. */
export function surnameOf(name: string | undefined): string {
  const [before = '', after] = (name ?? '').split(',');
  const words = before.trim().split(/\s+/);
  return (after === undefined ? words.at(-1) : words[0]) ?? '';
}

/** Without a date on both sides, as far apart as a month. */
const UNKNOWN_DAYS = 30;

/** A refund or a void pays for no reward. */
const isSale = ({ pos_transaction: sale }: ResultRowWire): boolean =>
  sale?.type !== 'refund' && sale?.type !== 'void';

/** Same amount first, then the nearest day. */
export function rankSales(reward: TransactionWire, sales: readonly ResultRowWire[]): ResultRowWire[] {
  const distance = ({ pos_transaction: sale }: ResultRowWire): [cents: number, days: number] => [
    Math.abs(centsOf(sale?.amount ?? 0) - centsOf(reward.amount)),
    Math.abs(daysBetween(sale?.date ?? '', reward.date ?? '') ?? UNKNOWN_DAYS),
  ];
  return sales
    .filter(isSale)
    .map((row) => ({ row, distance: distance(row) }))
    .sort((a, b) => a.distance[0] - b.distance[0] || a.distance[1] - b.distance[1])
    .map(({ row }) => row);
}

/** Cents of the reward that the chosen sales do not cover yet; below 0, they are more than the reward. */
export const centsLeft = (reward: TransactionWire, chosen: readonly ResultRowWire[]): number =>
  centsOf(reward.amount) -
  chosen.reduce((sum, { pos_transaction: sale }) => sum + centsOf(sale?.amount ?? 0), 0);
