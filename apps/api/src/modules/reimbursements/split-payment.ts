// A payment over the redemptions it pays: to the cent, the oldest first.

export interface Share {
  redemptionId: string;
  amountCents: number;
}

/**
 * Where the payment falls short, the oldest redemptions are paid in full and the last ones in part, or nothing.
 * @param redemptions the oldest first; together at least the payment.
 * @returns a share of each, which add up to the payment.
 */
export function splitPayment(
  amountCents: number,
  redemptions: readonly { id: string; amountCents: number }[],
): Share[] {
  let left = amountCents;
  return redemptions.map(({ amountCents: owed, id }) => {
    const paid = Math.min(owed, left);
    left -= paid;
    return { redemptionId: id, amountCents: paid };
  });
}
