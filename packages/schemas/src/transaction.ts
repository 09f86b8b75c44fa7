// A transaction: one row of a loyalty portal, a POS or a reimbursement file.
import * as z from 'zod';
import { centsOf, dollarsOf } from './cents.ts';
import { DollarsWire } from './money.ts';
import type { Program } from './program-names.ts';
import { ProgramWire } from './programs.ts';
import { LONGEST_TEXT } from './text-lengths.ts';

export const TransactionTypeWire = z.enum(['sale', 'redemption', 'refund', 'void', 'reimbursement']);
export type TransactionType = z.infer<typeof TransactionTypeWire>;

const text = (field: keyof typeof LONGEST_TEXT, description: string, example: string) =>
  z.string().trim().min(1).max(LONGEST_TEXT[field]).meta({ description, example }).optional();

/** A transaction as callers send and receive it. */
export const TransactionWire = z
  .strictObject({
    transaction_id: text('transaction_id', 'The id in the file or system it comes from.', 'R-1001'),
    customer_name: text('customer_name', 'Patient, as the source writes it.', 'Sarah Johnson'),
    customer_phone: text('customer_phone', 'Any notation; the last ten digits count.', '(555) 123-4567'),
    customer_email: text('customer_email', 'E-mail address.', 'sarah@example.com'),
    service: text('service', 'Product or service, free text.', 'Botox Treatment'),
    amount: DollarsWire,
    date: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({
        description:
          'ISO date or date-time, or a format the importer knows. With `Z` or an offset it is a moment, and becomes the day and hour at its location.',
        example: '2024-01-15',
      })
      .optional(),
    provider: text('provider', 'Who treated.', 'Dr. Lee'),
    location: text('location', 'Where.', 'Downtown'),
    program: ProgramWire.optional(),
    reference: text('reference', 'Certificate, coupon or authorization code.', 'AUTH-93821'),
    invoice_id: text('invoice_id', 'The invoice this line belongs to.', 'INV-2201'),
    type: TransactionTypeWire.optional(),
  })
  .meta({ id: 'Transaction', description: 'One row of a loyalty portal or a POS.' });
export type TransactionWire = z.infer<typeof TransactionWire>;

export const TransactionFieldWire = TransactionWire.keyof();
export type TransactionField = z.infer<typeof TransactionFieldWire>;

/** A transaction inside the code. Absent means unknown: it says nothing for or against a match. */
export interface Transaction {
  transactionId?: string;
  customerName?: string;
  customerPhone?: string;
  customerEmail?: string;
  service?: string;
  /** Integer cents, never negative: a refund carries `type: 'refund'`. */
  amountCents: number;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm[:ss]` in the spa's own time. */
  date?: string;
  provider?: string;
  location?: string;
  program?: Program;
  reference?: string;
  invoiceId?: string;
  type?: TransactionType;
}

/** Wire → code. `date` is passed on as written; the importer's date parser normalises it. */
export function transactionFromWire(wire: TransactionWire): Transaction {
  return {
    transactionId: wire.transaction_id,
    customerName: wire.customer_name,
    customerPhone: wire.customer_phone,
    customerEmail: wire.customer_email,
    service: wire.service,
    amountCents: centsOf(wire.amount),
    date: wire.date,
    provider: wire.provider,
    location: wire.location,
    program: wire.program,
    reference: wire.reference,
    invoiceId: wire.invoice_id,
    type: wire.type,
  };
}

/** Code → wire; what is unknown is left out: one by one, since taking it out again would cost five times as much. */
export function transactionToWire(transaction: Transaction): TransactionWire {
  const { customerEmail, customerName, customerPhone, date, invoiceId } = transaction;
  const { location, program, provider, reference, service, transactionId, type } = transaction;
  const wire: Partial<TransactionWire> = {};
  if (transactionId !== undefined) wire.transaction_id = transactionId;
  if (customerName !== undefined) wire.customer_name = customerName;
  if (customerPhone !== undefined) wire.customer_phone = customerPhone;
  if (customerEmail !== undefined) wire.customer_email = customerEmail;
  if (service !== undefined) wire.service = service;
  wire.amount = dollarsOf(transaction.amountCents);
  if (date !== undefined) wire.date = date;
  if (provider !== undefined) wire.provider = provider;
  if (location !== undefined) wire.location = location;
  if (program !== undefined) wire.program = program;
  if (reference !== undefined) wire.reference = reference;
  if (invoiceId !== undefined) wire.invoice_id = invoiceId;
  if (type !== undefined) wire.type = type;
  return wire as TransactionWire;
}
