// The transactions of a request body as the code has them. Everything wrong with them is said at once.
import { instantOf, parseTransactionDate } from '@medspasync/importing';
import {
  type FieldError,
  type Transaction,
  type TransactionWire,
  transactionFromWire,
  type UploadSide,
} from '@medspasync/schemas';
import { Refusal } from '../../../platform/errors/index.ts';
import { refuseUnusable } from '../../../platform/http/unusable-fields.ts';
import { type LocalZones, UTC_ZONES } from '../../../platform/local-zones.ts';
import { mapInSlices } from '../../../platform/slices.ts';

type Books<T> = Record<UploadSide, readonly T[] | undefined>;

/** @throws Refusal `request.invalid`, naming each field as `reward_transactions[3].date`. */
export async function booksOfRequest(
  wire: Books<TransactionWire>,
  zones: LocalZones,
): Promise<Books<Transaction>> {
  const errors: FieldError[] = [];
  const read = async (side: UploadSide): Promise<Transaction[] | undefined> => {
    let index = 0;
    const refuse = (field: string, message: string) =>
      errors.push({ field: `${side}_transactions[${index}].${field}`, message });
    return (
      wire[side] &&
      mapInSlices(wire[side], (transaction) => {
        const known = readTransaction(transaction, zones, refuse);
        index += 1;
        return known;
      })
    );
  };
  const books = { reward: await read('reward'), pos: await read('pos') };
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
  return books;
}

/** Clocks of the organization's locations: asked for where a date says a moment, and most say a day. */
export async function zonesFor(
  transactions: readonly TransactionWire[],
  ask: () => Promise<LocalZones>,
): Promise<LocalZones> {
  const saysMoment = ({ date }: TransactionWire) => date !== undefined && instantOf(date) !== undefined;
  return transactions.some(saysMoment) ? ask() : UTC_ZONES;
}

/** Wire → code, the date normalised as the importer does it, a moment on the clock of its location; `refuse` hears of every field that cannot be used. */
export function readTransaction(
  wire: TransactionWire,
  zones: LocalZones,
  refuse: (field: string, message: string) => void,
): Transaction {
  refuseUnusable(wire, refuse);
  const transaction = transactionFromWire(wire);
  return wire.date === undefined
    ? transaction
    : { ...transaction, date: localDate(wire.date, zones, wire.location) };
}

/** Month first where the text leaves it open: a body, unlike a file, has no other rows to tell by. */
function localDate(text: string, zones: LocalZones, location: string | undefined): string | undefined {
  const moment = instantOf(text);
  return moment ? zones.onTheWall(moment, location) : parseTransactionDate(text);
}
