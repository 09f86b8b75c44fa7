// Why all that a reward was assigned asks for a person together: refunds of its sales, its code on another reward, lines far apart.
import { type ExceptionCode, formatCents } from '@medspasync/schemas';
import { type Assigned, NO_DAY, type Records, type SumGroup } from '../domain.ts';
import type { NearestReward } from '../report.ts';
import { ASKS, areNear } from './money-doubts.ts';

/** Codes of a claim, and the first of its doubts in words; null where there is none. */
export interface ClaimDoubts {
  codes: ExceptionCode[];
  doubt: string | null;
}

/** @param row of a reward that was assigned. */
export function claimDoubts(records: Records, assigned: Assigned, row: number): ClaimDoubts {
  const group = assigned.groups.get(row);
  const codes: ExceptionCode[] = [];
  const refund = refundDoubtOf(records, group?.rewardRows ?? [row], assigned.posOfReward.get(row)!);
  if (refund !== null) codes.push('REFUND_AFTER_REDEMPTION');
  const usedTwice = assigned.usedTwice.has(row) ? CODE_USED_TWICE : null;
  if (usedTwice !== null) codes.push('DUPLICATE_REDEMPTION');
  return { codes, doubt: refund ?? usedTwice ?? scatterDoubtOf(records, group) };
}

/** The matched reward that bears the same code; null where none does. `matchProbability` is what both are held at. */
export function rewardOfSameCode(
  { usedTwice }: Assigned,
  row: number,
  matchProbability: number,
): NearestReward | null {
  const rewardIndex = usedTwice.get(row);
  return rewardIndex === undefined ? null : { rewardIndex, matchProbability, detail: 'Same code' };
}

const CODE_USED_TWICE = `The code is on another matched reward, too: ${ASKS}`;

/** What refunds leave of the sales of these rewards is too little for them; null where nothing was refunded, or enough is left. */
function refundDoubtOf(
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

/** The lines of one visit are rung up within so many days. */
const ONE_VISIT_DAYS = 3;

/** Lines that add up to the cent, but of more than one visit. */
function scatterDoubtOf({ pos }: Records, group: SumGroup | undefined): string | null {
  if (group?.kind !== 'split') return null;
  const days = group.posRows.map((row) => pos.day[pos.distinctOf[row]!]!).filter((day) => day !== NO_DAY);
  const apart = Math.max(...days) - Math.min(...days);
  return apart > ONE_VISIT_DAYS ? `The lines are ${apart} days apart: ${ASKS}` : null;
}
