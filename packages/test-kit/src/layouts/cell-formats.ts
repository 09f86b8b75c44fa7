// Cells as American systems print them.
import type { Transaction } from '@medspasync/schemas';

export const text = (value: string | undefined): string => value ?? '';

/** `450.00`; refunds negative. */
export const plainMoney = (row: Transaction): string =>
  `${row.type === 'refund' ? '-' : ''}${(row.amountCents / 100).toFixed(2)}`;

/** `$1,250.00`, `-$45.00`. */
export function dollarMoney(row: Transaction): string {
  const [whole, cents] = (row.amountCents / 100).toFixed(2).split('.') as [string, string];
  let grouped = '';
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) grouped += ',';
    grouped += whole[i];
  }
  return `${row.type === 'refund' ? '-' : ''}$${grouped}.${cents}`;
}

/** `01/15/2024`; empty where the day is unknown. */
export const usDate = (row: Transaction): string =>
  row.date === undefined ? '' : `${row.date.slice(5, 7)}/${row.date.slice(8, 10)}/${row.date.slice(0, 4)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jan 15, 2024`. */
export const monthNameDate = (row: Transaction): string =>
  row.date === undefined
    ? ''
    : `${MONTHS[Number(row.date.slice(5, 7)) - 1]} ${Number(row.date.slice(8, 10))}, ${row.date.slice(0, 4)}`;

/** `15:45:00`, noon where only the day is known. */
export const clockTime = (row: Transaction): string =>
  row.date !== undefined && row.date.length > 10 ? `${row.date.slice(11, 16)}:00` : '12:00:00';

/** `[First, Last]` of `First Last` or `Last, First`; the last word is the surname. */
export function nameParts(row: Transaction): [string, string] {
  const name = row.customerName ?? '';
  const comma = name.indexOf(', ');
  if (comma > 0) return [name.slice(comma + 2), name.slice(0, comma)];
  const space = name.lastIndexOf(' ');
  return space < 0 ? ['', name] : [name.slice(0, space), name.slice(space + 1)];
}

/** `Last, First`. */
export function lastFirst(row: Transaction): string {
  const [first, last] = nameParts(row);
  return first === '' ? last : `${last}, ${first}`;
}
