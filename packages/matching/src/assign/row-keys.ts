// A row's content as text: an order of rows that does not depend on where they stand in the file.
import { MISSING, type PackedTexts, type Records, type Side, textAt } from '../domain.ts';

/** Equal keys mean equal columns. */
export function rowKey(records: Records, side: Side, row: number): string {
  return [
    side.day[row],
    side.amountCents[row],
    nameOf(records, side.name[row]!),
    phoneOf(records, side.phone[row]!),
    unpacked(side.email[row]!, records.emails.packed),
    textOf(side.service[row]!, records.services.text),
    unpacked(side.reference[row]!, records.references),
    unpacked(side.invoice[row]!, records.references),
    textOf(side.provider[row]!, records.providers.text),
    textOf(side.location[row]!, records.locations.text),
    side.program[row],
  ].join('\u0000');
}

const textOf = (id: number, text: readonly string[]): string => (id === MISSING ? '' : text[id]!);

const unpacked = (id: number, packed: PackedTexts): string => (id === MISSING ? '' : textAt(packed, id));

const phoneOf = ({ phoneDigits }: Records, id: number): string =>
  id === MISSING ? '' : phoneDigits.subarray(id * 10, id * 10 + 10).join('');

function nameOf({ names, tokens }: Records, id: number): string {
  if (id === MISSING) return '';
  return Array.from(
    names.tokens.subarray(names.start[id], names.start[id + 1]),
    (token) => tokens.text[token],
  ).join(' ');
}
