// A void that fits the redemption in hand and others: a person says whether this one stands.
import type { ReversalWire } from '@medspasync/schemas';
import { screen, waitFor } from '@testing-library/react';
import { rowOf } from '../../../lib/results/testing/result-row.ts';
import { inHand, renderReview, serveRows } from '../testing/review-screen.tsx';

const IN_DOUBT: ReversalWire = {
  reversal_id: '7f2f7c6c-3b01-4a0e-93a5-0d4f6d0a2b39',
  reversal_transaction: { amount: 40, date: '2026-03-04', type: 'void' },
  takes_back: false,
  is_certain: false,
  said: null,
};
const inDoubt = () => ({ ...rowOf('1', 'Ana First', 40), reversal: IN_DOUBT });

test('that it stands is said with a reason, and taken back by a button that says what it takes back', async () => {
  const rows = serveRows([inDoubt()]);
  const user = await renderReview();
  await inHand('Ana First');
  expect(screen.getByText('A void of Mar 4, 2026 fits this redemption and others')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'This redemption stands' }));
  await user.click(screen.getByRole('button', { name: 'Ana First stands' }));
  expect(await screen.findByText('Say in a word why.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Why?' }), 'Seen on the receipt');
  await user.click(screen.getByRole('button', { name: 'Ana First stands' }));
  expect(await screen.findByText('Stands, in spite of a void of Mar 4, 2026')).toBeTruthy();
  expect(rows[0]?.reversal?.said).toMatchObject({ stands: true, reason: 'Seen on the receipt' });
  await user.click(screen.getByRole('button', { name: 'Undo: Ana First stands' }));
  await waitFor(() => expect(rows[0]?.reversal?.said).toBeNull());
});

test('the reason is written at once, and Escape asks again', async () => {
  serveRows([inDoubt()]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: 'This redemption stands' }));
  const why = screen.getByRole('textbox', { name: 'Why?' });
  await user.keyboard('Seen');
  expect(why).toHaveProperty('value', 'Seen');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Why?' })).toBeNull();
  expect(screen.getByRole('button', { name: 'This redemption stands' })).toBeTruthy();
});

test('one that was taken back leaves the queue', async () => {
  const rows = serveRows([inDoubt(), rowOf('2', 'Bea Second', 20)]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: 'This one was taken back' }));
  await user.type(screen.getByRole('textbox', { name: 'Why?' }), 'Cancelled');
  await user.click(screen.getByRole('button', { name: 'Ana First was taken back' }));
  expect(await inHand('Bea Second')).toBeTruthy();
  expect(rows[0]?.is_taken_back).toBe(true);
});
