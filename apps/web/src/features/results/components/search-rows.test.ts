// Search finds what a person would type.
import type { ResultRowWire } from '@medspasync/schemas';
import { searchRows } from './search-rows.ts';

const row = {
  reward_transaction: {
    customer_name: 'Renée O’Brien',
    customer_phone: '(555) 123-4567',
    amount: 1250,
    date: '2024-01-15',
    reference: 'AUTH-93821',
  },
  pos_transactions: [{ customer_name: 'Renee Obrien', amount: 1250, invoice_id: 'INV-7' }],
} as unknown as ResultRowWire;

test.each([
  'renee',
  'RENÉE',
  '5551234567',
  '$1,250',
  'jan 15',
  '93821',
  'inv-7',
  'obrien 2024',
])('%s finds the row', (query) => {
  expect(searchRows([row], query)).toEqual([row]);
});

test('every word must occur', () => {
  expect(searchRows([row], 'renee johnson')).toEqual([]);
});

test('an empty search keeps all rows', () => {
  expect(searchRows([row], '  ')).toEqual([row]);
});
