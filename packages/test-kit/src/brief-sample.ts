// The sample everybody tries first: five rewards, six POS rows, the sixth left over. Written by hand.
import type { Transaction } from '@medspasync/schemas';
import type { SyntheticBooks } from './books.ts';

const REWARDS: readonly Transaction[] = [
  {
    transactionId: 'R001',
    customerName: 'Sarah Johnson',
    customerPhone: '(555) 123-4567',
    customerEmail: 'sarah.johnson@example.com',
    service: 'Botox Treatment',
    amountCents: 45000,
    date: '2024-01-15',
  },
  {
    transactionId: 'R002',
    customerName: 'Dr. Emily Davis',
    customerPhone: '(555) 234-5678',
    customerEmail: 'emily.davis@example.com',
    service: 'Dermal Fillers',
    amountCents: 65000,
    date: '2024-01-16',
  },
  {
    transactionId: 'R003',
    customerName: 'Michael Chen',
    customerPhone: '(555) 345-6789',
    customerEmail: 'mchen@example.com',
    service: 'Juvederm',
    amountCents: 80000,
    date: '2024-01-17',
  },
  {
    transactionId: 'R004',
    customerName: 'Jessica Martinez',
    customerPhone: '(555) 456-7890',
    customerEmail: 'jess.martinez@example.com',
    service: 'Dysport',
    amountCents: 38000,
    date: '2024-01-19',
  },
  {
    transactionId: 'R005',
    customerName: 'Katherine Wilson',
    customerPhone: '(555) 567-8901',
    customerEmail: 'kwilson@example.com',
    service: 'CoolSculpting',
    amountCents: 120000,
    date: '2024-01-19',
  },
];

const POS: readonly Transaction[] = [
  {
    transactionId: 'P001',
    customerName: 'Sarah Johnson',
    customerPhone: '(555) 123-4567',
    customerEmail: 'sarah.johnson@example.com',
    service: 'Botox Treatment',
    amountCents: 45000,
    date: '2024-01-15',
  },
  {
    transactionId: 'P002',
    customerName: 'Emily Davis',
    customerPhone: '555-234-5678',
    customerEmail: 'emily.davis@example.com',
    service: 'Dermal Filler',
    amountCents: 65000,
    date: '2024-01-16',
  },
  {
    transactionId: 'P003',
    customerName: 'Michael Chen',
    customerPhone: '(555) 345-6789',
    customerEmail: 'mchen@example.com',
    service: 'Juvederm Ultra',
    amountCents: 82500,
    date: '2024-01-17',
  },
  {
    transactionId: 'P004',
    customerName: 'Jessica Martinez',
    customerPhone: '(555) 456-7890',
    customerEmail: 'jess.martinez@example.com',
    service: 'Dysport Treatment',
    amountCents: 38000,
    date: '2024-01-18',
  },
  {
    transactionId: 'P005',
    customerName: 'Kate Wilson',
    customerPhone: '5555678901',
    customerEmail: 'kwilson@example.com',
    service: 'CoolSculpting Session',
    amountCents: 120000,
    date: '2024-01-19',
  },
  {
    transactionId: 'P006',
    customerName: 'Robert Taylor',
    customerPhone: '(555) 678-9012',
    customerEmail: 'rtaylor@example.com',
    service: 'Laser Hair Removal',
    amountCents: 25000,
    date: '2024-01-21',
  },
];

/** Fresh copies of the sample: exact, title, amount, date and nickname, in this order; nobody claims the sixth row. */
export const briefSample = (): SyntheticBooks => ({
  rewards: REWARDS.map((row) => ({ ...row })),
  pos: POS.map((row) => ({ ...row })),
  truth: [
    { rewardIndex: 0, posIndexes: [0], errors: [] },
    { rewardIndex: 1, posIndexes: [1], errors: ['title', 'phone-format', 'service-wording'] },
    { rewardIndex: 2, posIndexes: [2], errors: ['amount-near', 'service-wording'] },
    { rewardIndex: 3, posIndexes: [3], errors: ['date-lag', 'service-wording'] },
    { rewardIndex: 4, posIndexes: [4], errors: ['nickname', 'phone-format', 'service-wording'] },
  ],
});
