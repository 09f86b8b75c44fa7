// Payments that say which redemption they pay, by its code or what its portal calls it.
import { formatCents } from '@medspasync/schemas';
import type { Entry, Payment } from './read-books.ts';
import type { Reading } from './read-payment.ts';
import { sumWords } from './sums.ts';

/** Shorter ones, numbers of checks among them, are equal by chance. */
const SHORTEST_NAME = 5;

/**
 * By payment, the one redemption of its account that it names, of its day or before and worth no less than it pays. Left out are
 * names that fit several redemptions, and redemptions that several payments name.
 */
export function redemptionsNamed(
  payments: readonly Payment[],
  redemptions: readonly Entry[],
  isOfOneAccount: (payment: Payment, redemption: Entry) => boolean,
): Map<Payment, Entry> {
  const byName = new Map<string, Entry[]>();
  for (const redemption of redemptions)
    for (const name of new Set(redemption.names)) byName.set(name, [...(byName.get(name) ?? []), redemption]);
  const named = new Map<Payment, Entry>();
  const payersOf = new Map<Entry, number>();
  for (const payment of payments) {
    const fitting = payment.names
      .filter((name) => name.length >= SHORTEST_NAME)
      .flatMap((name) => byName.get(name) ?? [])
      .filter((redemption) => isOfOneAccount(payment, redemption));
    const [redemption] = fitting;
    if (redemption === undefined || fitting.length > 1) continue;
    if (redemption.day > payment.day || redemption.amountCents < payment.amountCents) continue;
    named.set(payment, redemption);
    payersOf.set(redemption, (payersOf.get(redemption) ?? 0) + 1);
  }
  for (const [payment, redemption] of named) if (payersOf.get(redemption)! > 1) named.delete(payment);
  return named;
}

/** What a payment is that names `redemption`: sure, or too little. */
export function readNamed({ amountCents }: Payment, redemption: Entry): Reading {
  const shortCents = redemption.amountCents - amountCents;
  const known = `${sumWords([redemption])}: the payment names it`;
  return {
    ways: [[redemption]],
    isSure: shortCents === 0,
    isGivenUp: false,
    detail: shortCents === 0 ? known : `${known}, ${formatCents(shortCents)} more than was paid`,
    shortCents,
  };
}
