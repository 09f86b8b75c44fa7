// One row of cells to one transaction, or to the reasons why not. All reasons of a row are given at once.
import type {
  Program,
  Transaction,
  TransactionCells,
  TransactionType,
  UploadKind,
} from '@medspasync/schemas';
import { parseEmail, parsePhone } from '../fields/contact.ts';
import type { DateOrder } from '../fields/date.ts';
import { parsePersonName } from '../fields/name.ts';
import { type IsPlain, isPlainEmail, isPlainName, isPlainPhone, isPlainText } from '../fields/plain.ts';
import { loyaltyNamedIn, parseProgram } from '../fields/program.ts';
import { type TextField, tidyText } from '../fields/text.ts';
import { parseTimeOfDay } from '../fields/time-of-day.ts';
import { parseTransactionType, strongerType } from '../fields/type.ts';
import type { TransactionLayout } from '../providers/layout.ts';
import type { RowCells } from '../source.ts';
import { readAmount } from './amount.ts';
import type { CellColumns } from './cell-columns.ts';
import {
  type AmountCell,
  amountCell,
  asWritten,
  dateReading,
  momentReading,
  NOTHING,
  textReading,
} from './cell-readings.ts';
import { FieldCells, NoValue } from './field-cells.ts';
import { createDiscountReader } from './loyalty-discount.ts';
import { rowName } from './row-name.ts';
import { COMMON_TENDERS, createTenderReader, type LoyaltyTender } from './tender.ts';
import { TextCells, textOfCell } from './text-cells.ts';

/** A moment as the day, with its time, on the wall of a location; of rows that name none, of the organization. */
export type OnTheWall = (moment: Date, location: string | undefined) => string;

export interface RowReaderOptions {
  side: UploadKind;
  header: readonly string[];
  columns: CellColumns;
  /** Absent for a guessed mapping. */
  layout?: TransactionLayout;
  order: DateOrder;
  /** A moment as the clinic has it; without, the day is as written, and its offset is dropped. */
  onTheWall?: OnTheWall;
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

/** The transaction read, or what it would have been called; `cells` are true until the next row is read. */
export type RowReading =
  | { cells: TransactionCells; problems?: undefined }
  | { transactionId: string; problems: RowProblem[] };

/** `read(row, n)`: `n` counts data rows from 1 and names rows without an id of their own. */
export class RowReader {
  readonly #layout: TransactionLayout | undefined;
  readonly #pointsProgram: Program | undefined;
  readonly #ids: TextCells;
  /** In the order people say them. */
  readonly #names: TextCells;
  /** The same as written, beside their parts. */
  readonly #wholeNames: FieldCells<string>;
  readonly #hasNameParts: boolean;
  readonly #firstNames: FieldCells<string>;
  readonly #lastNames: FieldCells<string>;
  readonly #phones: TextCells;
  readonly #emails: TextCells;
  readonly #services: FieldCells<string>;
  readonly #providers: FieldCells<string>;
  readonly #locations: FieldCells<string>;
  readonly #references: TextCells;
  readonly #invoices: TextCells;
  readonly #dates: FieldCells<Date | string>;
  readonly #onTheWall: OnTheWall | undefined;
  readonly #times: FieldCells<string>;
  readonly #programs: FieldCells<Program>;
  readonly #amounts: FieldCells<AmountCell>;
  readonly #amountColumns: readonly number[];
  /** Programs whose points an item is paid with. */
  readonly #itemPrograms: FieldCells<Program>;
  /** One for each column: of several statements the strongest counts. */
  readonly #types: readonly FieldCells<TransactionType | 'skip'>[];
  readonly #tenderIn: (row: RowCells) => LoyaltyTender | undefined;
  /** Of a portal's own file a negative row is what it looks like: a reversal. */
  readonly #discountIn: ((row: RowCells) => LoyaltyTender | undefined) | undefined;
  /** Every row of a manufacturer's own file is money it paid, or took back. */
  readonly #isRemittance: boolean;
  #problems: RowProblem[] = [];
  /** What every row is read into. */
  readonly #reading: { cells: TransactionCells; problems?: undefined };

  constructor(options: RowReaderOptions) {
    const { side, header, columns, layout, onTheWall, order, pointsColumns, pointsProgram } = options;
    this.#layout = layout;
    this.#isRemittance = side === 'reimbursement';
    this.#pointsProgram = pointsProgram;
    const texts = (field: TextField, read: (text: string) => string | undefined = asWritten) =>
      new FieldCells(columns.of(field), (text) => textReading(field, tidyText(text), read));
    const cells = (
      field: TextField,
      isPlain: IsPlain,
      read: (text: string) => string | undefined = asWritten,
    ) => new TextCells(columns.of(field), isPlain, (text) => textReading(field, tidyText(text), read));
    this.#ids = cells('transaction_id', isPlainText);
    this.#names = cells('customer_name', isPlainName, parsePersonName);
    this.#wholeNames = texts('customer_name');
    this.#hasNameParts = NAME_PARTS.some((field) => columns.of(field).length > 0);
    this.#firstNames = texts('customer_first_name');
    this.#lastNames = texts('customer_last_name');
    this.#phones = cells('customer_phone', isPlainPhone, parsePhone);
    this.#emails = cells('customer_email', isPlainEmail, parseEmail);
    this.#services = texts('service');
    this.#providers = texts('provider', parsePersonName);
    this.#locations = texts('location');
    this.#references = cells('reference', isPlainText);
    this.#invoices = cells('invoice_id', isPlainText);
    this.#onTheWall = onTheWall;
    const readDate = onTheWall ? momentReading : dateReading;
    this.#dates = new FieldCells<Date | string>(columns.of('date'), (text) => readDate(text, order));
    this.#times = new FieldCells(columns.of('time'), (text) => parseTimeOfDay(text) ?? NOTHING);
    this.#programs = new FieldCells(columns.of('program'), (text) => parseProgram(tidyText(text)));
    this.#amountColumns = columns.of('amount');
    this.#amounts = new FieldCells(this.#amountColumns, (text, columnIndex) =>
      amountCell(text, pointsColumns.has(columnIndex)),
    );
    this.#itemPrograms = new FieldCells(
      columns.of('service'),
      (text) => loyaltyNamedIn(tidyText(text)) ?? NOTHING,
    );
    this.#types = columns
      .of('type')
      .map(
        (columnIndex) =>
          new FieldCells(
            [columnIndex],
            (word) => layout?.words?.[word.toLowerCase()] ?? parseTransactionType(word) ?? NOTHING,
          ),
      );
    this.#tenderIn = createTenderReader(header, tendersOf(layout));
    this.#discountIn = side === 'pos' ? createDiscountReader(header, columns) : undefined;
    this.#reading = {
      cells: {
        transactionId: this.#ids,
        customerName: this.#names,
        customerPhone: this.#phones,
        customerEmail: this.#emails,
        service: undefined,
        amountCents: 0,
        date: undefined,
        provider: undefined,
        location: undefined,
        program: undefined,
        reference: this.#references,
        invoiceId: this.#invoices,
        type: undefined,
      },
    };
  }

  read(row: RowCells, n: number): RowReading {
    if (this.#problems.length > 0) this.#problems = [];
    const said = this.#saidType(row);
    const isReversal = said === 'refund' || said === 'void';
    const tender = (isReversal ? undefined : this.#discountIn?.(row)) ?? this.#tenderIn(row);
    const date = this.#date(row);
    const program = this.#programs.valueIn(row) ?? tender?.program ?? this.#layout?.program;
    const signed = this.#amount(row, tender, program, date);
    const type = this.#type(said, tender, signed < 0);
    this.#take(this.#references, row);
    if (this.#references.isMissing) this.#references.takeText(tender?.reference);
    this.#take(this.#ids, row);
    if (this.#ids.isMissing && this.#layout?.isIdentifiedByReference) this.#ids.takeFrom(this.#references);
    if (this.#ids.isMissing) this.#ids.takeText(rowName(n));
    this.#takeName(row);
    this.#take(this.#phones, row);
    this.#take(this.#emails, row);
    const { cells } = this.#reading;
    cells.service = this.#valueIn(this.#services, row) ?? tender?.parkedAs;
    cells.amountCents = Math.abs(tender?.amountCents ?? signed);
    cells.date = date;
    cells.provider = this.#valueIn(this.#providers, row);
    cells.location = this.#valueIn(this.#locations, row);
    cells.program = program;
    this.#take(this.#invoices, row);
    cells.type = type;
    if (this.#problems.length === 0) return this.#reading;
    return { transactionId: textOfCell(this.#ids)!, problems: this.#problems };
  }

  #refuse(reason: string, columnIndex?: number): undefined {
    this.#problems.push({ columnIndex, reason });
  }

  #valueIn<T extends object | string | number>(field: FieldCells<T>, row: RowCells): T | undefined {
    const reading = field.of(row);
    if (!(reading instanceof NoValue)) return reading;
    return reading.problem === undefined ? undefined : this.#refuse(reading.problem, field.columnIndex);
  }

  #take(field: TextCells, row: RowCells): void {
    const problem = field.take(row);
    if (problem !== undefined) this.#refuse(problem, field.columnIndex);
  }

  #takeName(row: RowCells): void {
    if (!this.#hasNameParts) {
      this.#take(this.#names, row);
      return;
    }
    const full = this.#valueIn(this.#wholeNames, row);
    const last = this.#valueIn(this.#lastNames, row);
    const first = this.#valueIn(this.#firstNames, row);
    if (full && (first || !last)) {
      this.#names.take(row);
      return;
    }
    // `Name` beside `Surname` is a first name.
    const joined = [first ?? full, last].filter((part) => part !== undefined).join(' ');
    this.#names.takeText(joined === '' ? undefined : joined);
  }

  #date(row: RowCells): string | undefined {
    const date = this.#valueIn(this.#dates, row);
    if (date instanceof Date) return this.#onTheWall!(date, this.#locations.valueIn(row));
    if (date === undefined || date.length > 10) return date;
    const time = this.#times.valueIn(row);
    return time === undefined ? date : `${date}T${time}`;
  }

  /** Signed cents of the row; 0 with a problem noted when there is no amount. */
  #amount(
    row: RowCells,
    tender: LoyaltyTender | undefined,
    program: Transaction['program'],
    date: string | undefined,
  ): number {
    const cell = this.#amounts.valueIn(row);
    if (!cell) {
      if (tender?.amountCents === undefined) this.#refuse('is blank', this.#amountColumns[0]);
      return tender?.amountCents ?? 0;
    }
    const programOf = () => program ?? this.#itemPrograms.valueIn(row) ?? this.#pointsProgram;
    const { text, isPoints, plain } = cell;
    const amount = plain ?? readAmount(text, isPoints, programOf, date);
    if ('cents' in amount) return amount.cents;
    this.#refuse(amount.reason, this.#amounts.columnIndex);
    return 0;
  }

  #saidType(row: RowCells): TransactionType | undefined {
    let said: TransactionType | undefined;
    for (const column of this.#types) {
      const meaning = column.valueIn(row);
      if (meaning === 'skip') this.#refuse('says that nothing was redeemed or sold', column.columnIndex);
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
    if (this.#isRemittance) return isNegative ? 'refund' : 'reimbursement';
    if (tender?.isNegative) return 'redemption';
    if (isNegative) return this.#layout?.negative ?? 'refund';
    if (tender?.isLine && (said === undefined || said === 'sale')) return 'redemption';
    return said ?? this.#layout?.type;
  }
}

const NAME_PARTS = ['customer_first_name', 'customer_last_name'] as const;

const tendersOf = (layout: TransactionLayout | undefined) =>
  layout && !layout.isOpenEnded ? (layout.tenders ?? []) : COMMON_TENDERS;
