// An order of rows by what they say, not by where they stand in a file: what decides between equals, wherever a stage must.
import { type PackedTexts, textAt } from './packed-texts.ts';
import { MISSING, type Records, type Side } from './records.ts';

/** Compares two distinct rows of one book, or two pairs: negative where the first one comes first, 0 for one and the same. */
export type Order = (a: number, b: number) => number;

/** By day and amount, then by every other column. Texts are put together for those only that agree in both, and once. */
function rowOrder(records: Records, side: Side): Order {
  const keys = new Map<number, string>();
  const keyOf = (row: number): string => {
    let key = keys.get(row);
    if (key === undefined) {
      key = rowKey(records, side, row);
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
  const rewards = rowOrder(records, records.rewards);
  const pos = rowOrder(records, records.pos);
  const pairs: Order = (a, b) => rewards(of.reward[a]!, of.reward[b]!) || pos(of.pos[a]!, of.pos[b]!);
  return { rewards, pos, pairs };
}

/** Every column but day and amount as text: of two distinct rows that agree in these, no keys are equal. */
function rowKey(records: Records, side: Side, row: number): string {
  return [
    nameOf(records, side.name[row]!),
    phoneOf(records, side.phone[row]!),
    unpacked(side.email[row]!, records.emails.packed),
    textOf(side.service[row]!, records.services.text),
    unpacked(side.reference[row]!, records.references),
    unpacked(side.invoice[row]!, records.references),
    textOf(side.provider[row]!, records.providers.text),
    textOf(side.location[row]!, records.locations.text),
    side.program[row],
    side.reversal[row],
    side.cancelled[row],
  ].join('\u0000');
}

const textOf = (id: number, text: readonly string[]): string => (id === MISSING ? '' : text[id]!);

const unpacked = (id: number, packed: PackedTexts): string => (id === MISSING ? '' : textAt(packed, id));

const phoneOf = ({ phoneDigits }: Records, id: number): string =>
  id === MISSING ? '' : phoneDigits.subarray(id * 10, id * 10 + 10).join('');

/** Equal words may be read as two names: with another surname, generation or familiar form. */
function nameOf({ names, tokens }: Records, id: number): string {
  if (id === MISSING) return '';
  const words = Array.from(
    names.tokens.subarray(names.start[id], names.start[id + 1]),
    (token) => tokens.text[token],
  );
  const alias = names.alias[id] === MISSING ? '' : tokens.text[names.alias[id]!];
  return [...words, names.surnameAt[id], names.suffix[id], alias].join(' ');
}
