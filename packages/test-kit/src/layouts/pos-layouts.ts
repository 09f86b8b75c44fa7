// The POS files: header rows of public exports and help pages, filled with synthetic rows.
import type { Transaction } from '@medspasync/schemas';
import {
  clockTime,
  dollarMoney,
  lastFirst,
  monthNameDate,
  plainMoney,
  text,
  usDate,
} from './cell-formats.ts';
import type { CsvLayout } from './csv-layout.ts';
import { PLAIN_LAYOUT } from './plain-layout.ts';

/** Cells by header name; what a system has no answer for stays blank. */
const byName =
  (header: readonly string[], cells: (row: Transaction) => Readonly<Record<string, string>>) =>
  (row: Transaction): readonly string[] => {
    const named = cells(row);
    return header.map((name) => named[name] ?? '');
  };

const isLoyalty = (row: Transaction): boolean => row.program !== undefined && row.program !== 'other';

const statusOf = (row: Transaction, done: string): string => (row.type === 'void' ? 'Voided' : done);

const layout = (
  header: readonly string[],
  cells: (row: Transaction) => Readonly<Record<string, string>>,
): CsvLayout => ({ header, cells: byName(header, cells) });

const columns = (line: string): readonly string[] => line.split(',');

const squareTransactions = layout(
  columns(
    'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Other Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Device Nickname,Third Party Fees,Deposit ID,Deposit Date,Deposit Details,Fee Percentage Rate,Fee Fixed Rate,Refund Reason,Discount Name,Transaction Status',
  ),
  (row) => ({
    Date: text(row.date?.slice(0, 10)),
    Time: clockTime(row),
    'Time Zone': 'Eastern Time (US & Canada)',
    'Gross Sales': dollarMoney(row),
    'Net Sales': dollarMoney(row),
    'Total Collected': dollarMoney(row),
    Source: 'Point of Sale',
    'Other Tender': isLoyalty(row) ? dollarMoney(row) : '$0.00',
    'Other Tender Type': isLoyalty(row) ? 'Other' : '',
    'Other Tender Note': isLoyalty(row) ? text(row.service) : '',
    'Net Total': dollarMoney(row),
    'Transaction ID': text(row.invoiceId),
    'Payment ID': text(row.transactionId),
    'Staff Name': text(row.provider),
    Description: text(row.service),
    'Event Type': row.type === 'refund' ? 'Refund' : 'Payment',
    Location: text(row.location),
    'Customer Name': text(row.customerName),
    'Transaction Status': statusOf(row, 'Complete'),
  }),
);

const squareItems = layout(
  columns(
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Employee',
  ),
  (row) => ({
    Date: text(row.date?.slice(0, 10)),
    Time: clockTime(row),
    'Time Zone': 'Pacific Time (US & Canada)',
    Item: text(row.service),
    Qty: '1.0',
    'Gross Sales': dollarMoney(row),
    Discounts: '$0.00',
    'Net Sales': dollarMoney(row),
    'Transaction ID': text(row.invoiceId),
    'Payment ID': text(row.transactionId),
    'Event Type': row.type === 'refund' ? 'Refund' : 'Payment',
    Location: text(row.location),
    'Customer Name': text(row.customerName),
    Employee: text(row.provider),
  }),
);

const mindbodySales: CsvLayout = {
  // The blank cell is in the export.
  header: columns(
    'Sale Date,Client ID,Client,Sale ID,Item name,,Batch #,Sales Notes,Location,Item price (excluding tax),Quantity,Subtotal (excluding tax),Discount %,Discount amount,Tax,Item Total,Total Paid w/ Payment Method,Payment Method',
  ),
  cells: (row) => [
    usDate(row),
    '---',
    lastFirst(row),
    text(row.invoiceId),
    text(row.service),
    '',
    '---',
    '---',
    text(row.location),
    dollarMoney(row),
    '1',
    dollarMoney(row),
    '0%',
    '$0.00',
    '$0.00',
    dollarMoney(row),
    dollarMoney(row),
    isLoyalty(row) ? text(row.service) : 'Credit card (VISA-Keyed)',
  ],
};

const vagaro: CsvLayout = {
  header: [
    'Checkout Date / Checkout By / Transaction ID',
    'App. Date / Customer',
    'Service Provider',
    'Service',
    'Tip',
    'Discount',
    'Amount Paid',
    'Sales Tax',
  ],
  cells: (row) => [
    `${usDate(row)} / Front Desk / ${text(row.transactionId)}`,
    `${usDate(row)} / ${text(row.customerName)}`,
    text(row.provider),
    text(row.service),
    '$0.00',
    '$0.00',
    dollarMoney(row),
    '$0.00',
  ],
};

const aestheticRecord = layout(
  columns(
    'Date,Invoice Number,Patient,Item,Category,Employee,Gross Total,Discount & Complimentary,Item Total Collected,Processing & Business Fees,Net Sale,Tender Type,Refunds,Invoice Status',
  ),
  (row) => ({
    Date: usDate(row),
    'Invoice Number': text(row.invoiceId),
    Patient: text(row.customerName),
    Item: text(row.service),
    Employee: text(row.provider),
    'Gross Total': dollarMoney(row),
    'Item Total Collected': dollarMoney(row),
    'Net Sale': dollarMoney(row),
    'Tender Type': isLoyalty(row) ? text(row.service) : 'Credit',
    'Invoice Status': row.type === 'refund' ? 'Refunded' : statusOf(row, 'Paid'),
  }),
);

const zenotiCollections = layout(
  columns(
    'Invoice Number,Refund Invoice No,Guest Code,Guest Name,Date,Transaction #,Reference #,Payment ID,Card Info,Source,Type,Status,Amount,Tips,Cashback,Total,Fees,Net,Available On',
  ),
  (row) => ({
    'Invoice Number': text(row.invoiceId),
    'Guest Name': text(row.customerName),
    Date: usDate(row),
    'Reference #': text(row.reference),
    'Payment ID': text(row.transactionId),
    Source: isLoyalty(row) ? 'Custom' : 'Card',
    Type: row.type === 'refund' ? 'Refund' : isLoyalty(row) ? text(row.service) : 'Sale',
    Status: statusOf(row, 'Closed'),
    Amount: plainMoney(row),
    Total: plainMoney(row),
    Net: plainMoney(row),
  }),
);

const freshaPayments = layout(
  columns(
    'Payment date,Payment number,Sale date,Sale number,Appointment reference,Client,Location,Team member,Transaction type,Payment method,Amount,Change amount,Gift card code',
  ),
  (row) => ({
    'Payment date': monthNameDate(row),
    'Payment number': text(row.transactionId),
    'Sale date': monthNameDate(row),
    'Sale number': text(row.invoiceId),
    Client: text(row.customerName),
    Location: text(row.location),
    'Team member': text(row.provider),
    'Transaction type': row.type === 'refund' ? 'Refund' : 'Sale',
    'Payment method': isLoyalty(row) ? text(row.service) : 'Card',
    Amount: plainMoney(row),
  }),
);

const boulevardCredit = layout(
  columns(
    'Date,Client name,Action,Action source,Order number,Location name,Transaction amount,Manual adjustment,Staff name,Client ID,Refunded,Source,Detail',
  ),
  (row) => ({
    Date: text(row.date?.slice(0, 10)),
    'Client name': text(row.customerName),
    Action: 'redeemed',
    'Order number': text(row.invoiceId),
    'Location name': text(row.location),
    'Transaction amount': `-${(row.amountCents / 100).toFixed(2)}`,
    'Staff name': text(row.provider),
    Source: 'Account credit',
    Detail: text(row.service),
  }),
);

export const POS_LAYOUTS = {
  plain: PLAIN_LAYOUT,
  'square-transactions': squareTransactions,
  'square-items': squareItems,
  'mindbody-sales': mindbodySales,
  vagaro,
  'aesthetic-record': aestheticRecord,
  'zenoti-collections': zenotiCollections,
  'fresha-payments': freshaPayments,
  'boulevard-credit': boulevardCredit,
} satisfies Record<string, CsvLayout>;
