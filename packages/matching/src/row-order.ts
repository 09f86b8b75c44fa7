// An order of rows by what they say, not by where they stand in a file: what decides between equals, wherever a stage must.
import { textAt } from './packed-texts.ts';
import { MISSING, type NameTable, type Records, type Side } from './records.ts';

/** Compares two distinct rows of one book, or two pairs: negative where the first one comes first, 0 for one and the same. */
export type Order = (a: number, b: number) => number;

/** What the ids of a row stand for, as text or a number; ids are those of known values. */
export interface RowTexts {
  name(id: number): string;
  phone(id: number): string | number;
  email(id: number): string;
  service(id: number): string;
  code(id: number): string;
  provider(id: number): string;
  location(id: number): string;
}

type Rows = Omit<Side, 'cancelled' | 'refundedCents'> & Partial<Pick<Side, 'cancelled'>>;

/** By day and amount, then by every other column. Texts are put together for those only that agree in both, and once. */
export function rowOrder(side: Rows, texts: RowTexts): Order {
  const keys = new Map<number, string>();
  const keyOf = (row: number): string => {
    let key = keys.get(row);
    if (key === undefined) {
      key = rowKey(side, texts, row);
      keys.set(row, key);
    }
    return key;
  };
  return (a, b) => {
    if (a === b) return 0;
    const difference = side.day[a]! - side.day[b]! || side.amountCents[a]! - side.amountCents[b]!;
    if (difference !== 0) return difference;
    const keyA = keyOf(a);
    const keyB = keyOf(b);
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
  };
}

/** What comes first among equals: rows of either book, and pairs by their reward, then by their sale. */
export interface Orders {
  rewards: Order;
  pos: Order;
  pairs: Order;
}

/** `of` names the two rows of each pair. */
export function contentOrders(records: Records, of: { reward: Int32Array; pos: Int32Array }): Orders {
  const texts = textsOf(records);
  const rewards = rowOrder(records.rewards, texts);
  const pos = rowOrder(records.pos, texts);
  const pairs: Order = (a, b) => rewards(of.reward[a]!, of.reward[b]!) || pos(of.pos[a]!, of.pos[b]!);
  return { rewards, pos, pairs };
}

/** Every column but day and amount as text: of two distinct rows that agree in these, no keys are equal. */
function rowKey(side: Rows, texts: RowTexts, row: number): string {
  const textOf = (column: Int32Array, read: (id: number) => string | number): string | number =>
    column[row] === MISSING ? '' : read(column[row]!);
  return [
    textOf(side.name, texts.name),
    textOf(side.phone, texts.phone),
    textOf(side.email, texts.email),
    textOf(side.service, texts.service),
    textOf(side.reference, texts.code),
    textOf(side.invoice, texts.code),
    textOf(side.provider, texts.provider),
    textOf(side.location, texts.location),
    side.program[row],
    side.reversal[row],
    side.cancelled?.[row],
  ].join('\u0000');
}

const textsOf = (records: Records): RowTexts => ({
  name: (id) => nameText(records.names, id, (token) => records.tokens.text[token]!),
  phone: (id) => records.phoneDigits.subarray(id * 10, id * 10 + 10).join(''),
  email: (id) => textAt(records.emails.packed, id),
  service: (id) => records.services.text[id]!,
  code: (id) => textAt(records.references, id),
  provider: (id) => records.providers.text[id]!,
  location: (id) => records.locations.text[id]!,
});

/** Equal words may be read as two names: with another surname, generation or familiar form. */
export function nameText(
  { start, tokens, surnameAt, suffix, alias }: NameWords,
  id: number,
  wordOf: (token: number) => string,
): string {
  const words = Array.from(tokens.subarray(start[id], start[id + 1]), wordOf);
  const familiar = alias[id] === MISSING ? '' : wordOf(alias[id]!);
  return [...words, surnameAt[id], suffix[id], familiar].join(' ');
}

type NameWords = Pick<NameTable, 'start' | 'tokens' | 'surnameAt' | 'suffix' | 'alias'>;
