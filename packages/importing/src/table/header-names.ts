// Header cells as comparable names.

const WORDS: Readonly<Record<string, string>> = {
  no: 'number',
  num: 'number',
  nbr: 'number',
  '#': 'number',
  amt: 'amount',
  tel: 'phone',
  telephone: 'phone',
  ph: 'phone',
  mail: 'email',
  trans: 'transaction',
  txn: 'transaction',
  appt: 'appointment',
  app: 'appointment',
  svc: 'service',
  qty: 'quantity',
  disc: 'discount',
  cust: 'customer',
  cert: 'certificate',
  auth: 'authorization',
};

/** More of a cell says nothing about its column, and is compared with every name there is. */
const LONGEST_HEADER = 256;

/** `Customer_Name`, `customerName` and `CUSTOMER NAME:` → `customer name`; `Allē #` → `alle number`. */
export function normalizeHeader(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\be-mail\b/g, 'email')
    .replace(/#/g, ' # ')
    .split(/[^\p{L}\p{N}#%]+/u)
    .filter((word) => word !== '')
    .map((word) => WORDS[word] ?? word)
    .join(' ');
}

/** Names to show: blank ones get their position, repeated ones a count, so that each names one column. */
export function displayNames(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = header === '' ? `Column ${index + 1}` : header;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/**
 * Names for messages: a header only where it is `quotable`, else `column 3`. Where a file has no header, its first row is a
 * patient's.
 */
export const messageNames = (headers: readonly string[], quotable: (header: string) => boolean): string[] =>
  displayNames(headers).map((name, index) => (quotable(headers[index]!) ? name : `column ${index + 1}`));

const POSITION = /^column \d+$/;

/** One of `messageNames` inside a sentence. */
export const quotedName = (name: string): string => (POSITION.test(name) ? name : `“${name}”`);

/** Those of `messageNames` that are headers. */
export const quotableNames = (names: readonly string[]): string[] =>
  names.filter((name) => !POSITION.test(name));
