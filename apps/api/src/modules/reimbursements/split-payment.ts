// A payment over the redemptions it pays: to the cent, the oldest first.

export interface Share {
  redemptionId: string;
  amountCents: number;
}

/**
 * Where the payment falls short, the oldest redemptions are paid in full, one in part, and the others stay unpaid.
 * @param amountCents what the payment has left.
 * @param redemptions the oldest first; what is open of them is together at least as much.
 * @returns a share of each that is paid, which add up to the payment.
 */
export function splitPayment(
  amountCents: number,
  redemptions: readonly { id: string; openCents: number }[],
): Share[] {
  let left = amountCents;
  const shares: Share[] = [];
  for (const { id, openCents } of redemptions) {
    if (left === 0) break;
    const paid = Math.min(openCents, left);
    left -= paid;
    shares.push({ redemptionId: id, amountCents: paid });
  }
  return shares;
}
