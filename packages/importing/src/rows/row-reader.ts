// One row of cells to one transaction, or to the reasons why not. All reasons of a row are given at once.
import type { Program, Transaction, TransactionType, UploadSide } from '@medspasync/schemas';
import { parseEmail, parsePhone } from '../fields/contact.ts';
import { type DateOrder, parseTransactionDate } from '../fields/date.ts';
import { parsePersonName } from '../fields/name.ts';
import { loyaltyNamedIn, parseProgram } from '../fields/program.ts';
import { MAX_LENGTH, type TextField, tidyText } from '../fields/text.ts';
import { parseTimeOfDay } from '../fields/time-of-day.ts';
import { parseTransactionType, strongerType } from '../fields/type.ts';
import type { TransactionLayout } from '../providers/layout.ts';
import { readAmount } from './amount.ts';
import { type CellColumns, firstFilled } from './cell-columns.ts';
import { createDiscountReader } from './loyalty-discount.ts';
import { COMMON_TENDERS, createTenderReader, type LoyaltyTender } from './tender.ts';

export interface RowReaderOptions {
  side: UploadSide;
  header: readonly string[];
  columns: CellColumns;
  /** Absent for a guessed mapping. */
  layout?: TransactionLayout;
  order: DateOrder;
  /** Columns whose amounts are points. */
  pointsColumns: ReadonlySet<number>;
  /** Whose points they are where a row does not say. */
  pointsProgram?: Program;
}

export interface RowProblem {
  /** Absent when the row as a whole is at fault. */
  columnIndex?: number;
  reason: string;
}

export type RowReading =
  | { transaction: Transaction; problems?: undefined }
  | { transactionId: string; problems: RowProblem[] };

/** `read(cells, n)`: `n` counts data rows from 1 and names rows without an id of their own. */
export class RowReader {
  readonly #columns: CellColumns;
  readonly #layout: TransactionLayout | undefined;
  readonly #order: DateOrder;
  readonly #points: ReadonlySet<number>;
  readonly #pointsProgram: Program | undefined;
  readonly #tenderIn: (cells: readonly string[]) => LoyaltyTender | undefined;
  /** Of a portal's own file a negative row is what it looks like: a reversal. */
  readonly #discountIn: ((cells: readonly string[]) => LoyaltyTender | undefined) | undefined;
  #problems: RowProblem[] = [];

  constructor({ side, header, columns, layout, order, pointsColumns, pointsProgram }: RowReaderOptions) {
    this.#columns = columns;
    this.#layout = layout;
    this.#order = order;
    this.#points = pointsColumns;
    this.#pointsProgram = pointsProgram;
    this.#tenderIn = createTenderReader(header, tendersOf(layout));
    this.#discountIn = side === 'pos' ? createDiscountReader(header, columns) : undefined;
  }

  read(cells: readonly string[], n: number): RowReading {
    this.#problems = [];
    const said = this.#saidType(cells);
    const isReversal = said === 'refund' || said === 'void';
    const tender = (isReversal ? undefined : this.#discountIn?.(cells)) ?? this.#tenderIn(cells);
    const date = this.#date(cells);
    const program = this.#program(cells) ?? tender?.program ?? this.#layout?.program;
    const signed = this.#amount(cells, tender, program, date);
    const type = this.#type(said, tender, signed < 0);
    const reference = this.#text('reference', cells) ?? tender?.reference;
    const ownId =
      this.#text('transaction_id', cells) ?? (this.#layout?.isIdentifiedByReference ? reference : undefined);
    const transaction: Transaction = {
      transactionId: ownId ?? `row:${n}`,
      customerName: this.#name(cells),
      customerPhone: this.#phone(cells),
      customerEmail: this.#email(cells),
      service: this.#text('service', cells),
      amountCents: Math.abs(tender?.amountCents ?? signed),
      date,
      provider: this.#provider(cells),
      location: this.#text('location', cells),
      program,
      reference,
      invoiceId: this.#text('invoice_id', cells),
      type,
    };
    if (this.#problems.length === 0) return { transaction };
    return { transactionId: transaction.transactionId!, problems: this.#problems };
  }

  #refuse(reason: string, columnIndex?: number): undefined {
    this.#problems.push({ columnIndex, reason });
  }

  #text(field: TextField, cells: readonly string[]): string | undefined {
    const cell = firstFilled(cells, this.#columns.of(field));
    if (!cell) return undefined;
    const text = tidyText(cell.text);
    const longest = MAX_LENGTH[field];
    if (text.length <= longest) return text === '' ? undefined : text;
    // Item lists of whole invoices grow long; their beginning says what was done. Anything else that long is misread.
    if (field === 'service') return text.slice(0, longest).trimEnd();
    return this.#refuse(`is longer than ${longest} characters`, cell.columnIndex);
  }

  #name(cells: readonly string[]): string | undefined {
    const full = this.#text('customer_name', cells);
    const last = this.#text('customer_last_name', cells);
    const first = this.#text('customer_first_name', cells);
    if (full && (first || !last)) return parsePersonName(full);
    // `Name` beside `Surname` is a first name.
    const joined = [first ?? full, last].filter((part) => part !== undefined).join(' ');
    return joined === '' ? undefined : joined;
  }

  #provider(cells: readonly string[]): string | undefined {
    const text = this.#text('provider', cells);
    return text && parsePersonName(text);
  }

  #phone(cells: readonly string[]): string | undefined {
    const text = this.#text('customer_phone', cells);
    return text && parsePhone(text);
  }

  #email(cells: readonly string[]): string | undefined {
    const text = this.#text('customer_email', cells);
    return text && parseEmail(text);
  }

  #program(cells: readonly string[]) {
    const cell = firstFilled(cells, this.#columns.of('program'));
    return cell && parseProgram(tidyText(cell.text));
  }

  #date(cells: readonly string[]): string | undefined {
    const cell = firstFilled(cells, this.#columns.of('date'));
    if (!cell) return undefined;
    const date = parseTransactionDate(cell.text, this.#order);
    if (date === undefined) return this.#refuse('is not a day of the calendar', cell.columnIndex);
    if (date.length > 10) return date;
    const clock = firstFilled(cells, this.#columns.of('time'));
    const time = clock && parseTimeOfDay(clock.text);
    return time === undefined ? date : `${date}T${time}`;
  }

  /** Signed cents of the row; 0 with a problem noted when there is no amount. */
  #amount(
    cells: readonly string[],
    tender: LoyaltyTender | undefined,
    program: Transaction['program'],
    date: string | undefined,
  ): number {
    const columns = this.#columns.of('amount');
    const cell = firstFilled(cells, columns);
    if (!cell) {
      if (tender?.amountCents === undefined) this.#refuse('is blank', columns[0]);
      return tender?.amountCents ?? 0;
    }
    // Looked for only where points are counted: reading an item's text costs more than the rest of its row.
    const programOf = () => program ?? this.#pointsProgramOf(cells);
    const isPoints = this.#points.has(cell.columnIndex);
    const amount = readAmount(cell.text, isPoints, programOf, date);
    if ('cents' in amount) return amount.cents;
    this.#refuse(amount.reason, cell.columnIndex);
    return 0;
  }

  #pointsProgramOf(cells: readonly string[]): Program | undefined {
    const item = firstFilled(cells, this.#columns.of('service'));
    return (item && loyaltyNamedIn(tidyText(item.text))) ?? this.#pointsProgram;
  }

  #saidType(cells: readonly string[]): TransactionType | undefined {
    let said: TransactionType | undefined;
    for (const columnIndex of this.#columns.of('type')) {
      const word = (cells[columnIndex] ?? '').trim();
      if (word === '') continue;
      const meaning = this.#layout?.words?.[word.toLowerCase()] ?? parseTransactionType(word);
      if (meaning === 'skip') this.#refuse('says that nothing was redeemed or sold', columnIndex);
      else said = strongerType(said, meaning);
    }
    return said;
  }

  #type(
    said: TransactionType | undefined,
    tender: LoyaltyTender | undefined,
    isNegative: boolean,
  ): TransactionType | undefined {
    if (said === 'void' || said === 'refund') return said;
    if (tender?.isNegative) return 'redemption';
    if (isNegative) return this.#layout?.negative ?? 'refund';
    if (tender?.isLine && (said === undefined || said === 'sale')) return 'redemption';
    return said ?? this.#layout?.type;
  }
}

const tendersOf = (layout: TransactionLayout | undefined) =>
  layout && !layout.isOpenEnded ? (layout.tenders ?? []) : COMMON_TENDERS;
