// Boulevard › Account Credit Activity: rewards are granted and redeemed as account credit.
import type { TransactionLayout } from '../layout.ts';

export const boulevard: TransactionLayout = {
  id: 'boulevard',
  name: 'Boulevard · Account Credit Activity',
  source: 'Column labels of the help pages.',
  kind: 'transactions',
  signatures: [['Date', 'Client name', 'Action', 'Action source', 'Order number', 'Transaction amount']],
  columns: {
    'Order number': 'invoice_id',
    'Client name': 'customer_name',
    Detail: 'service',
    'Transaction amount': 'amount',
    Date: 'date',
    'Staff name': 'provider',
    'Location name': 'location',
    Action: 'type',
  },
  // Credit spent is booked as a negative amount.
  negative: 'redemption',
  words: { granted: 'skip', redeemed: 'redemption' },
  tenders: [{ labels: ['Source', 'Detail', 'Action source'], isWholeRow: true }],
};
