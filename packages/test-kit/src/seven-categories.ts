// Hand-written cases of the seven categories a matcher is asked about first, several of each.
import type { Transaction } from '@medspasync/schemas';
import type { TruthLink } from './books.ts';

export type Category =
  | 'exact'
  | 'title'
  | 'nickname'
  | 'amount-difference'
  | 'date-difference'
  | 'non-matching'
  | 'duplicate';

export interface CategoryCase {
  category: Category;
  /** What is special about it, as a sentence. */
  about: string;
  rewards: Transaction[];
  pos: Transaction[];
  /** One link per reward, as in the truth of generated books. */
  expected: TruthLink[];
}

const BASE: Transaction = {
  customerName: 'Sarah Johnson',
  customerPhone: '(555) 123-4567',
  customerEmail: 'sarah.johnson@example.com',
  service: 'Botox Treatment',
  amountCents: 45000,
  date: '2024-01-15',
};

const row = (changes: Partial<Transaction> = {}): Transaction => ({ ...BASE, ...changes });

/** One reward against one POS row; `null` as truth: they do not belong together. */
const pair = (
  category: Category,
  about: string,
  reward: Partial<Transaction>,
  pos: Partial<Transaction>,
  errors: TruthLink['errors'] | null,
): CategoryCase => ({
  category,
  about,
  rewards: [row({ transactionId: 'R1', ...reward })],
  pos: [row({ transactionId: 'P1', ...pos })],
  expected: [
    { rewardIndex: 0, posIndexes: errors === null ? [] : [0], errors: errors ?? ['missing-in-pos'] },
  ],
});

const EMILY = {
  customerName: 'Emily Davis',
  customerPhone: '(555) 234-5678',
  customerEmail: 'emily.davis@example.com',
};

/** The cases, made anew at each call. */
export const sevenCategories = (): CategoryCase[] => [
  pair('exact', 'every field is the same', {}, {}, []),
  pair(
    'exact',
    'a $40 tender line on the same day',
    { amountCents: 4000, program: 'alle' },
    { amountCents: 4000, service: 'Alle Coupon' },
    ['service-wording'],
  ),
  pair(
    'exact',
    'names, dates and amounts are all there is',
    { customerPhone: undefined, customerEmail: undefined, service: undefined },
    { customerPhone: undefined, customerEmail: undefined, service: undefined },
    ['phone-missing', 'email-missing', 'service-missing'],
  ),
  pair('exact', 'a name with an accent', { customerName: 'José Núñez' }, { customerName: 'José Núñez' }, []),

  pair('title', 'the portal has a title', { ...EMILY, customerName: 'Dr. Emily Davis' }, EMILY, ['title']),
  pair('title', 'the POS has a title without a dot', {}, { customerName: 'Mrs Sarah Johnson' }, ['title']),
  pair(
    'title',
    'a suffix on one side',
    { customerName: 'Robert Hale' },
    { customerName: 'Robert Hale Jr.' },
    ['suffix'],
  ),
  pair('title', 'a degree behind the name', { ...EMILY }, { ...EMILY, customerName: 'Emily Davis, MD' }, [
    'suffix',
  ]),

  pair(
    'nickname',
    'Kate is short for Katherine',
    { customerName: 'Katherine Wilson' },
    { customerName: 'Kate Wilson' },
    ['nickname'],
  ),
  pair(
    'nickname',
    'Bob is short for Robert',
    { customerName: 'Bob Lindqvist' },
    { customerName: 'Robert Lindqvist' },
    ['nickname'],
  ),
  pair(
    'nickname',
    'Liz is short for Elizabeth, and the phone is written otherwise',
    { customerName: 'Elizabeth Okafor' },
    { customerName: 'Liz Okafor', customerPhone: '555.123.4567' },
    ['nickname', 'phone-format'],
  ),
  pair(
    'nickname',
    'Peggy is short for Margaret',
    { customerName: 'Margaret Ruiz' },
    { customerName: 'Peggy Ruiz' },
    ['nickname'],
  ),

  pair('amount-difference', 'a card fee of 3 %', {}, { amountCents: 46350 }, ['amount-near']),
  pair('amount-difference', 'five dollars less', {}, { amountCents: 44500 }, ['amount-near']),
  pair(
    'amount-difference',
    'a $40 reward inside a $620 invoice',
    { amountCents: 4000, program: 'alle', service: 'Botox Cosmetic' },
    { amountCents: 62000 },
    ['part-of-invoice'],
  ),
  pair(
    'amount-difference',
    '$60 of a $100 certificate used',
    { amountCents: 10000, program: 'aspire', service: 'Dysport' },
    { amountCents: 6000, service: 'Aspire Certificate' },
    ['partial-redemption', 'service-wording'],
  ),

  pair('date-difference', 'entered the day after the visit', { date: '2024-01-16' }, {}, ['date-lag']),
  pair('date-difference', 'entered four days after the visit', { date: '2024-01-19' }, {}, ['date-lag']),
  pair('date-difference', 'entered the day before the visit', { date: '2024-01-14' }, {}, ['date-before']),
  pair(
    'date-difference',
    'entered across the end of the year',
    { date: '2024-01-01' },
    { date: '2023-12-30' },
    ['date-lag'],
  ),

  pair(
    'non-matching',
    'another patient, phone, service, amount and day',
    {},
    {
      customerName: 'Robert Taylor',
      customerPhone: '(555) 678-9012',
      customerEmail: 'rtaylor@example.com',
      service: 'Laser Hair Removal',
      amountCents: 25000,
      date: '2024-01-21',
    },
    null,
  ),
  pair(
    'non-matching',
    'the same amount and day, another name and phone',
    {},
    { customerName: 'Megan Albright', customerPhone: '(555) 901-2345', customerEmail: 'megan.a@example.com' },
    null,
  ),
  pair(
    'non-matching',
    'the same surname and amount, another first name and phone',
    {},
    { customerName: 'Denise Johnson', customerPhone: '(555) 777-8899', customerEmail: 'dj@example.com' },
    null,
  ),
  pair(
    'non-matching',
    'the same full name, another phone and e-mail, six weeks apart',
    {},
    {
      customerPhone: '(555) 222-0101',
      customerEmail: 'sj1988@example.com',
      amountCents: 19900,
      service: 'HydraFacial',
      date: '2024-02-28',
    },
    null,
  ),

  {
    category: 'duplicate',
    about: 'the POS row was rung up twice; one reward claims one of them',
    rewards: [row({ transactionId: 'R1' })],
    pos: [row({ transactionId: 'P1' }), row({ transactionId: 'P2' })],
    expected: [{ rewardIndex: 0, posIndexes: [0], errors: ['duplicate-pos'], interchangeable: [1] }],
  },
  {
    category: 'duplicate',
    about: 'the reward was entered twice; the second has nothing to claim',
    rewards: [
      row({ transactionId: 'R1', reference: 'AUTH-93821' }),
      row({ transactionId: 'R2', reference: 'AUTH-93821' }),
    ],
    pos: [row({ transactionId: 'P1' })],
    expected: [
      { rewardIndex: 0, posIndexes: [0], errors: ['reference-missing'] },
      { rewardIndex: 1, posIndexes: [], errors: ['duplicate-reward'], copyOf: 0 },
    ],
  },
  {
    category: 'duplicate',
    about: 'two true redemptions of the same amount on one day, each with its POS row',
    rewards: [
      row({ transactionId: 'R1', amountCents: 2000 }),
      row({ transactionId: 'R2', amountCents: 2000 }),
    ],
    pos: [row({ transactionId: 'P1', amountCents: 2000 }), row({ transactionId: 'P2', amountCents: 2000 })],
    expected: [
      { rewardIndex: 0, posIndexes: [0], errors: [], interchangeable: [1] },
      { rewardIndex: 1, posIndexes: [1], errors: [], interchangeable: [0] },
    ],
  },
];
