// When two rows are the same to the model: everything the plan reads of them, as one text.
import type { Transaction } from '@medspasync/schemas';

export const contentOfPair = ({ reward, pos }: { reward: Transaction; pos: Transaction }): string =>
  `${contentOf(reward)} ${contentOf(pos)}`;

/** The first of each kind. */
export function differentPairs<Pair extends { reward: Transaction; pos: Transaction }>(
  pairs: readonly Pair[],
): Pair[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const content = contentOfPair(pair);
    return !seen.has(content) && seen.add(content);
  });
}

const contentOf = (transaction: Transaction): string =>
  JSON.stringify([
    transaction.customerName,
    transaction.customerPhone,
    transaction.customerEmail,
    transaction.service,
    transaction.amountCents,
    transaction.date,
    transaction.provider,
    transaction.location,
    transaction.program,
    transaction.reference,
    transaction.invoiceId,
  ]);
