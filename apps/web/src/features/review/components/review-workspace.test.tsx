// A review from the first row to the last: yes, no, and taking it back.
import type { DecisionWire } from '@medspasync/schemas';
import { screen, waitFor, within } from '@testing-library/react';
import { rowOf } from '../../../lib/results/testing/result-row.ts';
import { inHand, renderReview, said, serveRows } from '../testing/review-screen.tsx';
import type { QueueName } from './queues.ts';

test('the row with the most dollars comes first', async () => {
  serveRows([rowOf('1', 'Ana Small', 20), rowOf('2', 'Bea Large', 100), rowOf('3', 'Cleo Middle', 40)]);
  await renderReview();
  expect(await inHand('Bea Large')).toBeTruthy();
  expect(screen.getByText('1 of 3')).toBeTruthy();
});

test('the row with the most dollars comes first, even from the last page', async () => {
  serveRows([rowOf('1', 'Ana Small', 20), rowOf('2', 'Bea Large', 100)], { limit: 1 });
  await renderReview();
  expect(await inHand('Bea Large')).toBeTruthy();
  expect(screen.getByText('1 of 2')).toBeTruthy();
});

test('the row in hand says what is open, what is at stake and until when', async () => {
  serveRows([rowOf('1', 'Ana First', 100)]);
  await renderReview();
  await inHand('Ana First');
  expect(screen.getByText('Sides disagree · $100.00 at stake · claim by Dec 24, 2999')).toBeTruthy();
});

test('approving goes on to the next row and says how many are left', async () => {
  const rows = serveRows([rowOf('1', 'Ana First', 100), rowOf('2', 'Bea Second', 40)]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: /^Approve/ }));
  expect(await inHand('Bea Second')).toBeTruthy();
  expect(said()).toBe('Approved. 1 left.');
  await waitFor(() => expect(rows[0]?.decision?.verdict).toBe('approved'));
});

test('the last decision empties the queue, and undoing it brings the row back', async () => {
  const rows = serveRows([rowOf('1', 'Ana Only', 100)]);
  const user = await renderReview();
  await inHand('Ana Only');
  await user.keyboard('r');
  expect(await screen.findByText('All clear')).toBeTruthy();
  expect(said()).toBe('Rejected. 0 left.');
  expect(screen.getByRole('button', { name: 'Undo: rejected Ana Only' })).toBeTruthy();
  await user.keyboard('u');
  expect(await inHand('Ana Only')).toBeTruthy();
  expect(said()).toBe('Undone: rejected Ana Only. 1 left.');
  await waitFor(() => expect(rows[0]?.decision).toBeNull());
});

test('the tab counts down with the decisions, and up again with an undo', async () => {
  serveRows([rowOf('1', 'Ana First', 100), rowOf('2', 'Bea Second', 40)]);
  const user = await renderReview();
  await inHand('Ana First');
  expect(await screen.findByRole('tab', { name: 'Needs review 2' })).toBeTruthy();
  await user.keyboard('a');
  await inHand('Bea Second');
  expect(await screen.findByRole('tab', { name: 'Needs review 1' })).toBeTruthy();
  await user.keyboard('a');
  expect(await screen.findByText('All clear')).toBeTruthy();
  expect(await screen.findByRole('tab', { name: 'Needs review 0' })).toBeTruthy();
  await user.keyboard('u');
  expect(await screen.findByRole('tab', { name: 'Needs review 1' })).toBeTruthy();
});

test.each([
  'Approve',
  'Reject',
  'Write off',
])('after the last %s the focus is on what says that nothing is left, and Tab goes to its buttons', async (verdict) => {
  serveRows([rowOf('1', 'Ana Only', 100)]);
  const user = await renderReview();
  await inHand('Ana Only');
  if (verdict === 'Write off') {
    await user.keyboard('w');
    await user.type(await screen.findByLabelText('In your own words'), 'It ran out.');
    await user.click(within(screen.getByRole('form')).getByRole('button', { name: 'Write off' }));
  } else await user.click(screen.getByRole('button', { name: new RegExp(`^${verdict}`) }));
  await screen.findByText('All clear');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'All clear' })));
  expect(said()).toMatch(/0 left\.$/);
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Results');
});

test('what waits for a second person is said instead of all clear', async () => {
  const decision = {
    decision_id: 'd',
    verdict: 'written_off',
    approval: { status: 'pending' },
  } as DecisionWire;
  serveRows([rowOf('1', 'Ana First', 100), { ...rowOf('2', 'Bea Second', 40), decision }]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('a');
  expect(await screen.findByText(/1 decision waits for a second person\./)).toBeTruthy();
  expect(screen.getByText('Nothing left in “Needs review”')).toBeTruthy();
  expect(screen.queryByText('All clear')).toBeNull();
});

test('who takes the last decision back by the button stays with the review', async () => {
  serveRows([rowOf('1', 'Ana Only', 100)]);
  const user = await renderReview();
  await inHand('Ana Only');
  await user.keyboard('a');
  await user.click(await screen.findByRole('button', { name: 'Undo: approved Ana Only' }));
  await inHand('Ana Only');
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Row in hand' }));
});

test('who empties the queue by a button goes on by keyboard from what stands in its place', async () => {
  serveRows([rowOf('1', 'Ana Only', 100)], { disagreeing: 2 });
  const user = await renderReview();
  await inHand('Ana Only');
  await user.click(screen.getByRole('button', { name: /^Approve/ }));
  await screen.findByText('Nothing left in “Needs review”');
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Nothing left in “Needs review”' }));
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Sides disagree · 2');
});

test('a queue that is done leads to those that still hold something, instead of all clear', async () => {
  serveRows([rowOf('1', 'Ana Only', 100)], { disagreeing: 2 });
  const asked: QueueName[] = [];
  const user = await renderReview((next) => asked.push(next));
  await inHand('Ana Only');
  await user.keyboard('a');
  expect(await screen.findByText('Nothing left in “Needs review”')).toBeTruthy();
  expect(screen.queryByText('All clear')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Sides disagree · 2' }));
  expect(asked).toEqual(['disagreeing']);
});

test('the toast’s Undo takes back the decision it speaks of', async () => {
  const rows = serveRows([
    rowOf('1', 'Ana First', 100),
    rowOf('2', 'Bea Second', 40),
    rowOf('3', 'Cleo Third', 20),
  ]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('a');
  await inHand('Bea Second');
  await user.keyboard('a');
  await inHand('Cleo Third');
  const [older] = screen.getAllByRole('button', { name: /^Undo/ }).filter((button) => button.closest('li'));
  older!.focus();
  await user.keyboard('{Enter}');
  expect(await inHand('Ana First')).toBeTruthy();
  await waitFor(() =>
    expect(rows.map((row) => row.decision?.verdict)).toEqual([undefined, 'approved', undefined]),
  );
});

test('a decision the server refuses puts the row back and says why', async () => {
  serveRows([rowOf('1', 'Ana First', 100), rowOf('2', 'Bea Second', 40)], { refuse: true });
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('a');
  expect(await screen.findByText('Maria decided this already.')).toBeTruthy();
  await waitFor(() => expect(screen.getByText(/of 2$/)).toBeTruthy());
});
