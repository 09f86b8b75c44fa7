// Why the money asks for a person although the rows belong together: the sale is short of the reward, or of another program.
import { type ExceptionCode, formatCents } from '@medspasync/schemas';
import { NO_DAY, type Records, type SumGroup } from '../domain.ts';

/** Amounts within this share of each other agree: a tip, a tax, a rounding. */
const NEAR_SHARE = 0.05;

const ASKS = 'approved by a person only';

export const areNear = (reward: number, sale: number): boolean =>
  Math.abs(reward - sale) <= NEAR_SHARE * Math.max(reward, sale);

/** What a sale lacks of its reward, both in cents; null where it lacks nothing to speak of. */
export function shortfallIn(reward: number, sale: number): string | null {
  if (sale >= reward || areNear(reward, sale)) return null;
  return `The sale is ${formatCents(reward - sale)} short of the reward: ${ASKS}`;
}

/** What refunds leave of the sales of these rewards is too little for them; null where nothing was refunded, or enough is left. */
export function refundDoubtOf(
  { rewards, pos }: Records,
  rewardRows: readonly number[],
  posRows: readonly number[],
): string | null {
  if (!posRows.some((row) => pos.refundedCents[pos.distinctOf[row]!]! > 0)) return null;
  /** By invoice: a refund counts once, whichever of its lines it is of. */
  const refunded = new Map<number, number>();
  let left = 0;
  for (const row of posRows) {
    const p = pos.distinctOf[row]!;
    const invoice = pos.invoice[p]!;
    left += pos.amountCents[p]!;
    refunded.set(invoice, Math.max(refunded.get(invoice) ?? 0, pos.refundedCents[p]!));
  }
  for (const cents of refunded.values()) left -= cents;
  const asked = rewardRows.reduce((sum, row) => sum + rewards.amountCents[rewards.distinctOf[row]!]!, 0);
  if (left >= asked || areNear(asked, left)) return null;
  return `Refunds leave ${formatCents(Math.max(0, left))} of the sale: ${ASKS}`;
}

export const CODE_USED_TWICE = `The code is on another matched reward, too: ${ASKS}`;

/** A redemption of nothing agrees with any invoice; null where it asks for money. */
export const emptyDoubtOf = (reward: number): string | null =>
  reward === 0 ? `The reward is of $0.00: ${ASKS}` : null;

/** Whose money it is, by what the programs of the two rows say. */
export function programDoubtOf(code: ExceptionCode | null): string | null {
  if (code === 'WRONG_PROGRAM') return `Different programs: ${ASKS}`;
  return code === 'INELIGIBLE_PRODUCT' ? `The product is not of this program: ${ASKS}` : null;
}

/** The lines of one visit are rung up within so many days. */
const ONE_VISIT_DAYS = 3;

/** Lines that add up to the cent, but of more than one visit. */
export function scatterDoubtOf({ pos }: Records, group: SumGroup | undefined): string | null {
  if (group?.kind !== 'split') return null;
  const days = group.posRows.map((row) => pos.day[pos.distinctOf[row]!]!).filter((day) => day !== NO_DAY);
  const apart = Math.max(...days) - Math.min(...days);
  return apart > ONE_VISIT_DAYS ? `The lines are ${apart} days apart: ${ASKS}` : null;
}
