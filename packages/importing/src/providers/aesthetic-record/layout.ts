// Aesthetic Record: invoices.csv has one row per item of an invoice, transaction_sales.csv one row per payment.
import type { TransactionLayout } from '../layout.ts';

export const aestheticRecordInvoices: TransactionLayout = {
  id: 'aesthetic-record-invoices',
  name: 'Aesthetic Record · Invoices',
  source: 'A subset of the header row, seen in public code that reads the export.',
  kind: 'transactions',
  signatures: [['Date', 'Invoice Number', 'Patient', 'Item', 'Gross Total', 'Tender Type', 'Invoice Status']],
  columns: {
    'Invoice Number': 'invoice_id',
    Patient: 'customer_name',
    Item: 'service',
    'Item Total Collected': 'amount',
    'Total Collected': 'amount',
    'Net Sale': 'amount',
    Date: 'date',
    Employee: 'provider',
    'Invoice Status': 'type',
  },
  type: 'sale',
  // Combined tenders ("Aspire Coupons, Credit") say which program was used, not how much of the invoice it paid.
  tenders: [{ labels: ['Tender Type'], isWholeRow: true }],
};

export const aestheticRecordPayments: TransactionLayout = {
  id: 'aesthetic-record-payments',
  name: 'Aesthetic Record · Transaction Sales',
  source: 'Header row seen in public code that reads transaction_sales.csv; Patient is not in every export.',
  kind: 'transactions',
  signatures: [['Invoice Number', 'Transaction Type', 'Payment Mode', 'Created']],
  columns: {
    'Invoice Number': 'invoice_id',
    Patient: 'customer_name',
    'Amount In($)': 'amount',
    Created: 'date',
    'Transaction Type': 'type',
  },
  type: 'sale',
  tenders: [{ labels: ['Payment Mode'], isWholeRow: true }],
};
