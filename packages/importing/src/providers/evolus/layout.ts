// Evolus Rewards: rewards used, and the Patient Insights balances that are no redemptions.
import type { SnapshotLayout, TransactionLayout } from '../layout.ts';

export const evolusRewards: TransactionLayout = {
  id: 'evolus-rewards',
  name: 'Evolus · Rewards redeemed',
  source: 'Assumed: no public header row was found. Labels follow Patient Insights plus a redemption date.',
  kind: 'transactions',
  signatures: [
    ['Reward Amount', 'Product Rewarded', 'Redemption Date'],
    ['Reward Amount', 'Product Rewarded', 'Check-in Date'],
    ['Patient Name', 'Reward Amount', 'Redemption Date'],
  ],
  columns: {
    'Redemption ID': 'transaction_id',
    Name: 'customer_name',
    'Patient Name': 'customer_name',
    'Phone Number': 'customer_phone',
    'Patient Phone Number': 'customer_phone',
    'Email Address': 'customer_email',
    'Patient Email': 'customer_email',
    'Product Rewarded': 'service',
    'Reward Amount': 'amount',
    'Redemption Date': 'date',
    'Check-in Date': 'date',
    'Treated By': 'provider',
    Facility: 'location',
    Status: 'type',
  },
  program: 'evolus',
  type: 'redemption',
};

export const evolusPatientInsights: SnapshotLayout = {
  id: 'evolus-patient-insights',
  name: 'Evolus · Patient Insights',
  source: 'Header rows of two versions, seen in public code that reads the export.',
  kind: 'snapshot',
  signatures: [
    ['Jeuveau Status', 'Jeuveau Eligibility', 'Jeuveau Expiration', 'Reward Amount', 'Product Rewarded'],
    ['Jeuveau Status', 'Jeuveau Expiration'],
    ['Patient Name', 'Reward Amount', 'Reward Expiration Date'],
  ],
};
