// The plain layout of our own documentation: headers are the wire's field names.
import type { TransactionLayout } from '../layout.ts';

export const plain: TransactionLayout = {
  id: 'plain',
  name: 'Plain · wire field names',
  source: 'Our own wire contract.',
  kind: 'transactions',
  signatures: [
    ['customer_name', 'amount', 'date'],
    ['customer_name', 'amount', 'service'],
    ['transaction_id', 'customer_name', 'amount'],
    ['id', 'customer_name', 'amount'],
  ],
  columns: {
    transaction_id: 'transaction_id',
    id: 'transaction_id',
    customer_name: 'customer_name',
    customer_phone: 'customer_phone',
    customer_email: 'customer_email',
    service: 'service',
    amount: 'amount',
    date: 'date',
    provider: 'provider',
    location: 'location',
    program: 'program',
    reference: 'reference',
    invoice_id: 'invoice_id',
    type: 'type',
  },
  isOpenEnded: true,
};
