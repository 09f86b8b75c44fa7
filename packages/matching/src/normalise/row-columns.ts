// The rows of one book as columns, one entry per row, before equal rows become one.
import type { Side } from '../domain.ts';

/** Columns of so many rows, still to be read. */
export function rowColumns(rows: number): RowColumns {
  const column = (): Int32Array => new Int32Array(rows);
  return {
    day: column(),
    amountCents: column(),
    amount: column(),
    name: column(),
    phone: column(),
    email: column(),
    service: column(),
    provider: column(),
    location: column(),
    reference: column(),
    invoice: column(),
    program: column(),
    reversal: column(),
  };
}

export type RowColumns = Record<
  Exclude<keyof Side, 'count' | 'memberStart' | 'members' | 'distinctOf' | 'cancelled' | 'refundedCents'>,
  Int32Array
>;
