// Side by side: what agrees, what differs, and how, in words.
import type { TransactionWire } from '@medspasync/schemas';
import { compareFields } from './compare-fields.ts';

const reward: TransactionWire = {
  transaction_id: 'R-1',
  customer_name: 'Kate Delgado',
  customer_phone: '(555) 123-4567',
  amount: 40,
  date: '2024-01-16',
  service: 'Botox',
};
const sale: TransactionWire = {
  transaction_id: 'S-9',
  customer_name: 'Katherine Delgado',
  customer_phone: '+1 555 123 4567',
  amount: 60,
  date: '2024-01-15T10:30',
  service: 'Botox Cosmetic 20u',
};

const field = (label: string, ours: TransactionWire | null, theirs: TransactionWire[]) =>
  compareFields(ours, theirs).find((compared) => compared.label === label);

test('a differing name shows which words differ', () => {
  expect(field('Patient', reward, [sale])).toMatchObject({ state: 'apart', note: 'Kate → Katherine' });
});

test('the same words in another order and notation are the same name', () => {
  const lastFirst = { ...sale, customer_name: 'DELGADO, Kate' };
  expect(field('Patient', reward, [lastFirst])?.state).toBe('same');
});

test('a phone is its last ten digits, however it is written', () => {
  expect(field('Phone', reward, [sale])?.state).toBe('same');
});

test('a reward posted one day after the visit says so', () => {
  expect(field('Date', reward, [sale])?.note).toBe('Reward posted 1 day after the sale');
  expect(field('Date', { ...reward, date: '2024-01-12' }, [sale])?.note).toBe(
    'Reward posted 3 days before the sale',
  );
});

test('an amount that differs shows by how much', () => {
  expect(field('Amount', reward, [sale])).toMatchObject({ state: 'apart', note: '+$20.00 in the POS' });
});

test.each([
  ['shows what remains of it', 0, 'Part of the invoice; $20.00 remains'],
  ['shows what remains beside other rewards', 15, 'Part of the invoice; $5.00 remains'],
  ['that others have used up shows what they leave', 60, 'Only $0.00 of the invoice is left'],
])('a reward that is part of an invoice %s', (_what, ofOthers, note) => {
  const amount = compareFields(reward, [sale], { ofOthers }).find(({ label }) => label === 'Amount');
  expect(amount?.note).toBe(note);
});

test('several POS lines are compared by their sum', () => {
  const lines = [
    { ...sale, amount: 15.1 },
    { ...sale, amount: 24.9 },
  ];
  expect(field('Amount', reward, lines)).toMatchObject({
    state: 'same',
    pos: '$40.00',
    note: 'Sum of 2 lines',
  });
});

test('a product that says more is no difference', () => {
  expect(field('Product', reward, [sale])?.state).toBe('same');
});

test('record numbers of two systems are never held against each other', () => {
  expect(field('Record', reward, [sale])?.state).toBe('one-sided');
});

test('a reward without a sale shows its own side only', () => {
  const fields = compareFields(reward, []);
  expect(fields.every(({ state, pos }) => state === 'one-sided' && pos === undefined)).toBe(true);
  expect(fields.map(({ label }) => label)).not.toContain('E-mail');
});
