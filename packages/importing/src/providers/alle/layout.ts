// Allē (business.alle.com): redemptions, and the Patient360 balances that are no redemptions.
import type { SnapshotLayout, TransactionLayout } from '../layout.ts';

export const alleRedemptions: TransactionLayout = {
  id: 'alle-redemptions',
  name: 'Allē · Redemptions',
  source:
    'Assumed: no public header row was found. Points, dollars and authorization code follow the portal’s checkout.',
  kind: 'transactions',
  signatures: [
    ['Points Redeemed', 'Authorization Code'],
    ['Redemption Date', 'Points Redeemed'],
  ],
  columns: {
    'Transaction ID': 'transaction_id',
    'Authorization Code': 'reference',
    'Patient Name': 'customer_name',
    'Member Name': 'customer_name',
    'First Name': 'customer_first_name',
    'Last Name': 'customer_last_name',
    'Phone Number': 'customer_phone',
    Phone: 'customer_phone',
    Email: 'customer_email',
    'Email Address': 'customer_email',
    Treatment: 'service',
    Product: 'service',
    'Redemption Amount': 'amount',
    'Discount Amount': 'amount',
    Amount: 'amount',
    'Points Redeemed': 'amount',
    'Redemption Date': 'date',
    'Transaction Date': 'date',
    Date: 'date',
    Provider: 'provider',
    Location: 'location',
    Practice: 'location',
    Status: 'type',
  },
  points: ['Points Redeemed'],
  program: 'alle',
  type: 'redemption',
  isIdentifiedByReference: true,
};

export const allePatient360: SnapshotLayout = {
  id: 'alle-patient360',
  name: 'Allē · Patient360',
  source:
    'A subset of the header row, seen in public code; Member_Expiring_Points and UnusedGiftCards are its siblings.',
  kind: 'snapshot',
  signatures: [
    ['Available Points', 'Available Points Value'],
    ['Available Points', 'Available Points Expiration Date'],
    ['Available Points', 'Number of days to expire'],
    ['Alle member since', 'Alle member tier'],
    ['Total gift card value', 'Total promotions value'],
  ],
};
