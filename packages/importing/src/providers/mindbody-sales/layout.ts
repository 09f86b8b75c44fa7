// Mindbody › Sales report: one row per item, paid with one method.
import type { TransactionLayout } from '../layout.ts';

export const mindbodySales: TransactionLayout = {
  id: 'mindbody-sales',
  name: 'Mindbody · Sales',
  source: 'Header rows of public exports; Client is absent in some, and one header cell is blank.',
  kind: 'transactions',
  signatures: [['Sale Date', 'Client ID', 'Sale ID', 'Item name', 'Item Total', 'Payment Method']],
  columns: {
    'Sale ID': 'invoice_id',
    Client: 'customer_name',
    'Item name': 'service',
    'Total Paid w/ Payment Method': 'amount',
    'Item Total': 'amount',
    'Sale Date': 'date',
    Location: 'location',
  },
  type: 'sale',
  tenders: [{ labels: ['Payment Method'], isWholeRow: true }],
};
