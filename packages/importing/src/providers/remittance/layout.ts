// What a manufacturer pays back: one row per payment, often a lump over many redemptions.
import type { TransactionLayout } from '../layout.ts';

export const remittance: TransactionLayout = {
  id: 'remittance',
  name: 'Manufacturer · Remittance',
  source: 'Assumed: no manufacturer publishes the header row of its remittances.',
  kind: 'transactions',
  signatures: [
    ['Payment Date', 'Payment Amount', 'Program'],
    ['Remittance Number', 'Payment Date', 'Payment Amount'],
    ['Remittance ID', 'Payment Date', 'Amount'],
  ],
  columns: {
    'Remittance Number': 'transaction_id',
    'Remittance ID': 'transaction_id',
    'Payment Date': 'date',
    'Payment Amount': 'amount',
    Amount: 'amount',
    Program: 'program',
    'Practice Location': 'location',
    Location: 'location',
    'Check Number': 'reference',
    'Payment Reference': 'reference',
    Status: 'type',
  },
  type: 'reimbursement',
  isOpenEnded: true,
};
