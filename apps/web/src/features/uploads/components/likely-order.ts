// Which number of a date is the month: what the file says, else what the file beside it says. Two files of one spa mostly
// write their dates alike.
import type { UploadMappingRequestWire, UploadResponseWire } from '@medspasync/schemas';

export type DateOrder = NonNullable<UploadMappingRequestWire['date_order']>;

/** @returns undefined where neither file says it, or where there are no dates. */
export function likelyOrder(
  { mapping }: UploadResponseWire,
  beside: UploadResponseWire | undefined,
): DateOrder | undefined {
  if (mapping.date_order === 'none') return undefined;
  return mapping.date_order === 'ambiguous' ? orderToFollow(beside) : mapping.date_order;
}

/** What can be taken over from another file: a year that comes first says nothing about month and day of this one. */
export function orderToFollow(beside: UploadResponseWire | undefined): 'mdy' | 'dmy' | undefined {
  const order = beside?.mapping.date_order;
  return order === 'mdy' || order === 'dmy' ? order : undefined;
}
