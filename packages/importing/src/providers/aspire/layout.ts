// ASPIRE (Galderma): certificates used, and the two balance reports that are no redemptions.
import type { SnapshotLayout, TransactionLayout } from '../layout.ts';

export const aspireCertificates: TransactionLayout = {
  id: 'aspire-certificates',
  name: 'ASPIRE · Certificates redeemed',
  source:
    'Assumed: no public header row was found. Labels follow the Patient_Savings report plus a redemption date.',
  kind: 'transactions',
  signatures: [
    ['Certificate Amount', 'Redemption Date'],
    ['Certificate Amount', 'Date Redeemed'],
    ['Certificate Amount', 'Redeemed On'],
  ],
  columns: {
    'Certificate Number': 'reference',
    'Certificate Code': 'reference',
    Name: 'customer_name',
    'Patient Name': 'customer_name',
    'Phone Number': 'customer_phone',
    'Email Address': 'customer_email',
    Email: 'customer_email',
    'Certificate Short Description': 'service',
    'Certificate Description': 'service',
    Product: 'service',
    'Certificate Amount': 'amount',
    'Redemption Date': 'date',
    'Date Redeemed': 'date',
    'Redeemed On': 'date',
    Provider: 'provider',
    Location: 'location',
    'Certificate Status': 'type',
    Status: 'type',
  },
  program: 'aspire',
  type: 'redemption',
  isIdentifiedByReference: true,
};

export const aspireAllPatients: SnapshotLayout = {
  id: 'aspire-all-patients',
  name: 'ASPIRE · all_patients',
  source: 'Header row seen in public code that reads the export.',
  kind: 'snapshot',
  signatures: [
    ['Name', 'Total Point Balance'],
    ['Points expiring (within 30 days)', 'Nearest Point Expiration Date'],
  ],
};

export const aspirePatientSavings: SnapshotLayout = {
  id: 'aspire-patient-savings',
  name: 'ASPIRE · Patient_Savings',
  source: 'Header row seen in public code that reads the export.',
  kind: 'snapshot',
  signatures: [['Certificate Amount', 'Certificate Expiration Date']],
};
