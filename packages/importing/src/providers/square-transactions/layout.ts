// Square dashboard › Transactions: one row per payment; a loyalty reward hides in the tender type, note or discount name.
import type { TransactionLayout } from '../layout.ts';

export const squareTransactions: TransactionLayout = {
  id: 'square-transactions',
  name: 'Square · Transactions',
  source:
    'Header rows of public exports of several years (37–55 columns); newer ones say Tender Note, Channel.',
  kind: 'transactions',
  signatures: [
    ['Date', 'Time Zone', 'Gross Sales', 'Total Collected', 'Net Total', 'Transaction ID', 'Event Type'],
  ],
  columns: {
    'Payment ID': 'transaction_id',
    'Transaction ID': 'invoice_id',
    'Customer Name': 'customer_name',
    Description: 'service',
    'Total Collected': 'amount',
    Date: 'date',
    Time: 'time',
    'Staff Name': 'provider',
    Location: 'location',
    'Event Type': 'type',
    'Transaction Status': 'type',
  },
  type: 'sale',
  tenders: [
    { labels: ['Other Tender Type', 'Other Tender Note', 'Tender Note'], amount: 'Other Tender' },
    { labels: ['Discount Name'], amount: 'Discounts' },
  ],
};
