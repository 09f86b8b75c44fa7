// Zenoti: Sales has one row per item and payment type, Collections one row per payment.
import type { TransactionLayout } from '../layout.ts';

export const zenotiSales: TransactionLayout = {
  id: 'zenoti-sales',
  name: 'Zenoti · Sales',
  source: 'Column labels of the help pages; the names of the amount columns are assumed.',
  kind: 'transactions',
  signatures: [
    ['Center Name', 'Invoice No', 'Guest Name', 'Sold On', 'Item Name', 'Payment Type'],
    ['Center Name', 'Invoice No', 'Guest Name', 'Sale Date', 'Item Name', 'Payment Type'],
  ],
  columns: {
    'Invoice Item ID': 'transaction_id',
    'Invoice No': 'invoice_id',
    'Guest Name': 'customer_name',
    'Item Name': 'service',
    Collected: 'amount',
    'Sales(Inc. Tax)': 'amount',
    'Sales (Inc. Tax)': 'amount',
    'Sales(Exc. Tax)': 'amount',
    Sales: 'amount',
    Amount: 'amount',
    'Sold On': 'date',
    'Sale Date': 'date',
    'Employee Name': 'provider',
    'Center Name': 'location',
    'Invoice Status': 'type',
    Status: 'type',
  },
  type: 'sale',
  // Allē and the others are custom payments here, named by the practice.
  tenders: [{ labels: ['Payment Type'], isWholeRow: true }, { labels: ['Promotion'] }],
};

export const zenotiCollections: TransactionLayout = {
  id: 'zenoti-collections',
  name: 'Zenoti · Collections',
  source: 'Column labels of the help pages.',
  kind: 'transactions',
  signatures: [
    ['Invoice Number', 'Guest Code', 'Guest Name', 'Date', 'Payment ID', 'Type', 'Status', 'Amount'],
  ],
  columns: {
    'Payment ID': 'transaction_id',
    'Transaction #': 'transaction_id',
    'Invoice Number': 'invoice_id',
    'Guest Name': 'customer_name',
    Amount: 'amount',
    Total: 'amount',
    Date: 'date',
    'Reference #': 'reference',
    Status: 'type',
    Type: 'type',
  },
  type: 'sale',
  tenders: [{ labels: ['Source', 'Type', 'Card Info'], isWholeRow: true }],
};
