// Why the money asks for a person although the rows belong together: the sale is short of the reward, or of another program.
import { type ExceptionCode, formatCents } from '@medspasync/schemas';

/** Amounts within this share of each other agree: a tip, a tax, a rounding. */
const NEAR_SHARE = 0.05;

export const ASKS = 'approved by a person only';

export const areNear = (reward: number, sale: number): boolean =>
  Math.abs(reward - sale) <= NEAR_SHARE * Math.max(reward, sale);

/** What a sale lacks of its reward, both in cents; null where it lacks nothing to speak of. */
export function shortfallIn(reward: number, sale: number): string | null {
  if (sale >= reward || areNear(reward, sale)) return null;
  return `The sale is ${formatCents(reward - sale)} short of the reward: ${ASKS}`;
}

/** A redemption of nothing agrees with any invoice; null where it asks for money. */
export const emptyDoubtOf = (reward: number): string | null =>
  reward === 0 ? `The reward is of $0.00: ${ASKS}` : null;

/** Whose money it is, by what the programs of the two rows say. */
export function programDoubtOf(code: ExceptionCode | null): string | null {
  if (code === 'WRONG_PROGRAM') return `Different programs: ${ASKS}`;
  return code === 'INELIGIBLE_PRODUCT' ? `The product is not of this program: ${ASKS}` : null;
}
