// A row that was read, as an object of its own.
import type { Transaction, TransactionCells } from '@medspasync/schemas';
import { textOfCell } from './text-cells.ts';

export const transactionOf = (cells: TransactionCells): Transaction => ({
  transactionId: textOfCell(cells.transactionId),
  customerName: textOfCell(cells.customerName),
  customerPhone: textOfCell(cells.customerPhone),
  customerEmail: textOfCell(cells.customerEmail),
  service: cells.service,
  amountCents: cells.amountCents,
  date: cells.date,
  provider: cells.provider,
  location: cells.location,
  program: cells.program,
  reference: textOfCell(cells.reference),
  invoiceId: textOfCell(cells.invoiceId),
  type: cells.type,
});
