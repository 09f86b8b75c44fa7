// What a person is told about codes that were redeemed more than once.
import { formatCount } from '@medspasync/schemas';

/** How many rewards it is and how to find them, without their codes; null where every matched reward has a code of its own. */
export function usedTwiceWords({ usedTwiceRewards }: { usedTwiceRewards: number }): string | null {
  if (usedTwiceRewards === 0) return null;
  return (
    `Redeemed twice: ${formatCount(usedTwiceRewards)} rewards with sales of their own bear a code that another one of them bears. ` +
    'None is approved without a person; their reason is DUPLICATE_REDEMPTION.'
  );
}
