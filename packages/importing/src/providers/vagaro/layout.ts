// Vagaro › Transaction List. Cells and headers combine values with ' / '; they are split before this layout is recognized.
import type { TransactionLayout } from '../layout.ts';

export const vagaro: TransactionLayout = {
  id: 'vagaro',
  name: 'Vagaro · Transaction List',
  source: 'Column labels of the help pages; the payment type label is assumed.',
  kind: 'transactions',
  signatures: [
    ['Checkout Date', 'Checkout By', 'Transaction ID', 'Customer', 'Service Provider', 'Amount Paid'],
    ['Transaction Date', 'Customer', 'Item Sold', 'Amt Paid'],
  ],
  columns: {
    'Transaction ID': 'transaction_id',
    Customer: 'customer_name',
    Service: 'service',
    'Item Sold': 'service',
    'Amount Paid': 'amount',
    'Amt Paid': 'amount',
    'Checkout Date': 'date',
    'Transaction Date': 'date',
    'Service Provider': 'provider',
    'Checkout By': 'provider',
  },
  type: 'sale',
  tenders: [{ labels: ['Payment Type', 'Payment Method'], isWholeRow: true }],
};
