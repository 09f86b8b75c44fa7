// The two ways in which names belong together, as a person says them.
import type { AliasKind } from '@medspasync/schemas';

export const KIND_WORDS: Readonly<Record<AliasKind, { label: string; choice: string }>> = {
  alias: { label: 'One patient', choice: 'Two names of one patient: their pairs agree' },
  household: { label: 'One household', choice: 'Two of one household: their pairs stay a review' },
};
