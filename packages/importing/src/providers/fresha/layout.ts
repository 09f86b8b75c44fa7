// Fresha › Payment transactions: one row per payment.
import type { TransactionLayout } from '../layout.ts';

export const fresha: TransactionLayout = {
  id: 'fresha',
  name: 'Fresha · Payment transactions',
  source: 'Column labels of the help pages.',
  kind: 'transactions',
  signatures: [['Payment date', 'Payment number', 'Sale number', 'Client', 'Payment method', 'Amount']],
  columns: {
    'Payment number': 'transaction_id',
    'Sale number': 'invoice_id',
    Client: 'customer_name',
    Amount: 'amount',
    'Payment date': 'date',
    'Sale date': 'date',
    'Team member': 'provider',
    Location: 'location',
    'Transaction type': 'type',
  },
  type: 'sale',
  tenders: [{ labels: ['Payment method'], isWholeRow: true }],
};
