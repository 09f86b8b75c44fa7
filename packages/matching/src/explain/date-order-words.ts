// What a person is told about a file whose days were read as months.
import { formatCount } from '@medspasync/schemas';
import type { DateOrders } from '../report.ts';

/** Single slips of the pen exchange day and month, too: fewer pairs, or a smaller share, say nothing of a file. */
const FEWEST = 5;
const SMALLEST_SHARE = 0.2;

/** What is wrong and what to do about it; null where the files agree in their order of day and month. */
export function dateOrderWords({ asWritten, exchanged }: DateOrders): string | null {
  if (exchanged < FEWEST || exchanged < SMALLEST_SHARE * (asWritten + exchanged)) return null;
  return (
    `Day and month seem exchanged in one of the files: ${formatCount(exchanged)} pairs agree in their day only when they are, ` +
    `${formatCount(asWritten)} as written. Read that file again with the other order of dates.`
  );
}
