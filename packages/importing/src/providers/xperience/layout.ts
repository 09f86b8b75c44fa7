// Xperience (Merz): rewards redeemed.
import type { TransactionLayout } from '../layout.ts';

export const xperienceRewards: TransactionLayout = {
  id: 'xperience-rewards',
  name: 'Xperience · Rewards redeemed',
  source: 'Assumed: no public header row was found; rewards are entered in the POS by hand.',
  kind: 'transactions',
  signatures: [
    ['Xperience Reward', 'Redemption Date'],
    ['Xperience Member ID', 'Redemption Date'],
  ],
  columns: {
    'Redemption Code': 'reference',
    'Patient Name': 'customer_name',
    'Patient Phone': 'customer_phone',
    'Patient Email': 'customer_email',
    Product: 'service',
    'Xperience Reward': 'amount',
    'Reward Value': 'amount',
    'Redemption Date': 'date',
    Provider: 'provider',
    Practice: 'location',
    Status: 'type',
  },
  program: 'xperience',
  type: 'redemption',
  isIdentifiedByReference: true,
};
