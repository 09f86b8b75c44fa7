// Two payments of one file that together make one redemption: the manufacturer paid it in parts. Told only where one way does,
// since small sums meet by chance.
import { pileKeyOf } from './piles.ts';
import type { Entry, Payment } from './read-books.ts';

export interface Parts {
  payments: readonly [Payment, Payment];
  redemption: Entry;
}

/** Ways looked at before it is given up: where there are more, no way is the only one for long. */
const MOST_WAYS = 10_000;

/**
 * Each pair that alone makes its redemption, and whose payments are in no other way. Redemptions that nobody can tell apart are one.
 * @param payments that nothing explains by itself.
 * @param openFor the redemptions that a payment may be about, oldest first.
 */
export function readParts(
  payments: readonly Payment[],
  fileOf: (payment: Payment) => string,
  openFor: (payment: Payment) => readonly Entry[],
): Parts[] {
  const ways = waysOf(payments, fileOf, openFor);
  const times = new Map<Entry | string, number>();
  for (const way of ways) for (const one of namesOf(way)) times.set(one, (times.get(one) ?? 0) + 1);
  return ways.filter((way) => namesOf(way).every((one) => times.get(one) === 1));
}

const namesOf = ({ payments, redemption }: Parts): readonly (Entry | string)[] => [
  ...payments,
  `${redemption.program}/${pileKeyOf(redemption)}`,
];

function waysOf(
  payments: readonly Payment[],
  fileOf: (payment: Payment) => string,
  openFor: (payment: Payment) => readonly Entry[],
): Parts[] {
  const ways: Parts[] = [];
  const keyOf = (payment: Payment, amountCents: number): string =>
    `${fileOf(payment)}/${payment.program}/${amountCents}`;
  const before = new Map<string, { payment: Payment; open: ReadonlySet<Entry> }[]>();
  for (const payment of payments) {
    const open = openFor(payment);
    const piles = new Set<string>();
    for (const redemption of open) {
      const pile = pileKeyOf(redemption);
      if (redemption.amountCents <= payment.amountCents || piles.has(pile)) continue;
      piles.add(pile);
      const others = before.get(keyOf(payment, redemption.amountCents - payment.amountCents)) ?? [];
      for (const other of others)
        if (other.open.has(redemption)) ways.push({ payments: [other.payment, payment], redemption });
      if (ways.length > MOST_WAYS) return [];
    }
    const key = keyOf(payment, payment.amountCents);
    const alike = before.get(key);
    if (alike) alike.push({ payment, open: new Set(open) });
    else before.set(key, [{ payment, open: new Set(open) }]);
  }
  return ways;
}
