// Square dashboard › Items Detail: one row per item of a sale.
import type { TransactionLayout } from '../layout.ts';

export const squareItems: TransactionLayout = {
  id: 'square-items',
  name: 'Square · Items Detail',
  source:
    'Header rows of public exports; newer ones append Unit, Count, Itemization Type, Commission, Employee.',
  kind: 'transactions',
  signatures: [
    [
      'Date',
      'Time Zone',
      'Item',
      'Price Point Name',
      'Gross Sales',
      'Net Sales',
      'Transaction ID',
      'Event Type',
    ],
  ],
  columns: {
    'Transaction ID': 'invoice_id',
    'Customer Name': 'customer_name',
    Item: 'service',
    'Net Sales': 'amount',
    Date: 'date',
    Time: 'time',
    Employee: 'provider',
    Location: 'location',
    'Event Type': 'type',
  },
  type: 'sale',
  tenders: [{ labels: ['Modifiers Applied', 'Notes'], amount: 'Discounts' }],
};
