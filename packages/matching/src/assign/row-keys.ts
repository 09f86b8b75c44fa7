// A row's content as text: an order of rows that does not depend on where they stand in the file.
import { MISSING, type Records, type Side } from '../domain.ts';

/** Equal keys mean equal columns. */
export function rowKey(records: Records, side: Side, row: number): string {
  const textOf = (id: number, text: readonly string[]): string => (id === MISSING ? '' : text[id]!);
  return [
    side.day[row],
    side.amountCents[row],
    textOf(side.name[row]!, records.names.text),
    textOf(side.phone[row]!, records.phones),
    textOf(side.email[row]!, records.emails.text),
    textOf(side.service[row]!, records.services.text),
    textOf(side.reference[row]!, records.references),
    textOf(side.invoice[row]!, records.references),
    textOf(side.provider[row]!, records.providers.text),
    textOf(side.location[row]!, records.locations.text),
    side.program[row],
  ].join('\u0000');
}
