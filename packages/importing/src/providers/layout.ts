// How one system's export is declared: by the names in its header, never by position.
import type { MappedField, Program, TransactionType } from '@medspasync/schemas';

/** A column that says how something was paid or discounted, and so may name a loyalty program. */
export interface TenderColumns {
  /** Headers of the labels; the first that names a program counts. */
  labels: readonly string[];
  /** Header of the sum paid this way, where the row is an invoice; of several the first the file has. Its sign is ignored. */
  amount?: string | readonly string[];
  /** The row is itself one payment, so a row labelled with a program is a loyalty tender line. */
  isWholeRow?: boolean;
}

interface LayoutBase {
  /** `system-report`, as the wire shows it. */
  id: string;
  /** As a person knows it: `Square · Transactions`. */
  name: string;
  /** Where the header row was seen, or that it is assumed. */
  source: string;
  /** Sets of headers; a file with all of one set has this layout. */
  signatures: readonly (readonly string[])[];
}

export interface TransactionLayout extends LayoutBase {
  kind: 'transactions';
  /** Header → field. Several headers of one field: the first filled cell counts. */
  columns: Readonly<Record<string, MappedField>>;
  /** Headers mapped to `amount` whose cells count points of `program`. */
  points?: readonly string[];
  /** Every row belongs to this program. */
  program?: Program;
  /** What a row is unless it says otherwise. */
  type?: TransactionType;
  /**
   * What a negative amount means; a refund unless the system books redemptions as negative. A POS line that names a
   * loyalty discount is a redemption in every layout.
   */
  negative?: TransactionType;
  /** Words of the type columns with a meaning of this system's own; `skip` rows are no transactions. */
  words?: Readonly<Record<string, TransactionType | 'skip'>>;
  tenders?: readonly TenderColumns[];
  /** Codes are given once, so one names its row where the file has no id. */
  isIdentifiedByReference?: boolean;
  /** Columns the layout does not name are mapped by best guess. */
  isOpenEnded?: boolean;
}

/** One row per patient with a balance: nothing in it was redeemed, so it cannot be reconciled. */
export interface SnapshotLayout extends LayoutBase {
  kind: 'snapshot';
}

export type Layout = TransactionLayout | SnapshotLayout;
