// What a review has beside yes and no: another sale, a split, a write-off, notes, names, several at once.
import type { ResultRowWire } from '@medspasync/schemas';
import { screen, waitFor, within } from '@testing-library/react';
import { rowOf } from '../../../lib/results/testing/result-row.ts';
import { inHand, renderReview, said, saleOf, serveRows } from '../testing/review-screen.tsx';

test('money is written off with a reason and a word, by keyboard alone', async () => {
  const rows = serveRows([rowOf('1', 'Ana First', 100), rowOf('2', 'Bea Second', 40)]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('w{Tab}{Tab}{Enter}');
  expect(screen.getByText('Say in a word why it is written off.')).toBeTruthy();
  await user.type(screen.getByLabelText('In your own words'), 'The certificate ran out.');
  await user.selectOptions(screen.getByLabelText('Reason'), 'goodwill');
  await user.click(screen.getAllByRole('button', { name: /^Write off/ }).at(-1)!);
  expect(await inHand('Bea Second')).toBeTruthy();
  expect(said()).toBe('Write-off entered. 1 left.');
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({
      verdict: 'written_off',
      reason: 'goodwill',
      note: 'The certificate ran out.',
    }),
  );
});

test('what payments have paid in full is not there to be written off', async () => {
  serveRows([
    { ...rowOf('1', 'Ana First', 100), reimbursed_amount: 100 },
    { ...rowOf('2', 'Bea Second', 40), reimbursed_amount: 30 },
  ]);
  const user = await renderReview();
  await inHand('Ana First');
  expect(screen.queryByRole('button', { name: /^Write off/ })).toBeNull();
  await user.keyboard('w');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('j');
  await inHand('Bea Second');
  await user.keyboard('w');
  expect(await screen.findByRole('dialog', { name: 'Write off $10.00' })).toBeTruthy();
});

test('another sale is found and taken by its number, the likeliest first', async () => {
  const sales = [saleOf('far', 'Ana First', 75), saleOf('equal', 'Ana First-Lee', 100)];
  const rows = serveRows([rowOf('1', 'Ana First', 100)], { sales });
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('f');
  expect(await screen.findByText('2 found, the likeliest first.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Search').value).toBe('First');
  await user.keyboard('{ArrowDown}1');
  expect(await screen.findByText('All clear')).toBeTruthy();
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({ verdict: 're_paired', pos_result_id: 'equal' }),
  );
});

test('an invoice another reward has a part of is offered where enough of it is left, and the card says who shares it', async () => {
  const invoiceOf = (id: string, left: number) => ({
    ...rowOf(id, 'Ana First', 40),
    pos_transactions: [{ customer_name: id, amount: 300 }],
    pos_transaction: { customer_name: id, amount: 300 },
    sale_share: { other_rewards: 0, other_amount: 0, left },
  });
  const own = rowOf('1', 'Ana First', 100);
  const sale_share = { other_rewards: 1, other_amount: 40, left: 20 };
  const rows = serveRows([{ ...own, sale_share }], {
    sales: [invoiceOf('enough', 260), invoiceOf('too-little', 99.99), own],
  });
  const user = await renderReview();
  await screen.findByText('Shares the sale with 1 other reward, which has $40.00 of it; $20.00 is left.');
  await user.click(screen.getByRole('button', { name: /^Find a sale/ }));
  const list = await screen.findByRole('list', { name: 'Sales' });
  expect(within(list).getAllByRole('button')).toHaveLength(1);
  await user.click(
    within(list).getByRole('button', { name: /Another reward’s sale, \$260.00 of it is left/ }),
  );
  await user.click(await screen.findByRole('button', { name: /^Pair with/ }));
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({ verdict: 're_paired', pos_result_id: 'enough' }),
  );
});

test('approving a pair whose sale is less than the reward says that a second person may have to', async () => {
  const short = rowOf('1', 'Ana First', 100);
  short.pos_transactions = [{ customer_name: 'Ana First', amount: 75 }];
  serveRows([short, rowOf('2', 'Bea Second', 40)]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: /^Approve/ }));
  await screen.findByText(/The sale is \$25.00 less than the reward. .* waits for a second person/);
});

test('a reward is split only over sales that add up to it', async () => {
  const sales = [saleOf('a', 'Ana First', 60), saleOf('b', 'Ana First', 40), saleOf('c', 'Ana First', 50)];
  const rows = serveRows([rowOf('1', 'Ana First', 100)], { sales });
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('s');
  const [first, , third] = await screen.findAllByRole('checkbox');
  const split = screen.getAllByRole<HTMLButtonElement>('button', { name: 'Split' }).at(-1)!;
  await user.click(first!);
  await user.click(third!);
  expect(screen.getByText('$0.00 left')).toBeTruthy();
  await user.click(third!);
  expect(screen.getByText('$40.00 left')).toBeTruthy();
  expect(split.disabled).toBe(true);
  await user.click(screen.getAllByRole('checkbox').at(1)!);
  expect(screen.getByText('$10.00 too much')).toBeTruthy();
  await user.click(screen.getAllByRole('checkbox').at(1)!);
  await user.click(screen.getAllByRole('checkbox').at(2)!);
  await user.click(split);
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({ verdict: 're_paired', pos_result_ids: ['a', 'b'] }),
  );
});

test('a note and a member stay with the row, and nothing is decided by them', async () => {
  const rows = serveRows([rowOf('1', 'Ana First', 100)]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('n');
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Called the portal.');
  await user.click(screen.getByRole('button', { name: 'Keep the note' }));
  expect(await screen.findByText('Called the portal.')).toBeTruthy();
  await user.keyboard('@');
  await screen.findByLabelText('Member');
  await user.click(screen.getAllByRole('button', { name: /^Assign/ }).at(-1)!);
  expect(await screen.findByText(/^Given to/)).toBeTruthy();
  expect(rows[0]?.decision).toBeNull();
});

test('a reward without a sale has nothing to approve, and a sale to find', async () => {
  const missing = { ...rowOf('1', 'Ana First', 100), pos_transactions: [], pos_transaction: null };
  const rows = serveRows([missing]);
  const user = await renderReview();
  await inHand('Ana First');
  expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
  expect(screen.getByRole('button', { name: /^Find a sale/ })).toBeTruthy();
  await user.keyboard('a{Enter}r');
  expect(rows[0]?.decision).toBeNull();
});

test('names that differ are remembered when it is asked for, of that row alone', async () => {
  const married = (row: ResultRowWire): ResultRowWire => ({
    ...row,
    pos_transactions: [{ customer_name: 'Ana Married', amount: 100 }],
  });
  const rows = serveRows([married(rowOf('1', 'Ana First', 100)), married(rowOf('2', 'Bea Second', 40))]);
  const user = await renderReview();
  await inHand('Ana First');
  const choice = () => screen.getByLabelText('The names differ. On approving');
  await user.selectOptions(choice(), 'Remember: one patient with two names');
  await user.click(screen.getByRole('button', { name: /^Approve/ }));
  await inHand('Bea Second');
  await user.click(screen.getByRole('button', { name: /^Approve/ }));
  await waitFor(() =>
    expect(rows.map(({ decision }) => decision)).toMatchObject([
      { verdict: 'approved', remember: 'alias' },
      { verdict: 'approved' },
    ]),
  );
  expect(rows[1]?.decision).not.toHaveProperty('remember');
});

test('pairs are approved together after a look at each, and one undo takes all of them back', async () => {
  const sure = (row: ResultRowWire): ResultRowWire => ({ ...row, match_probability: 0.93 });
  const rows = serveRows([
    sure(rowOf('1', 'Ana First', 100)),
    rowOf('2', 'Bea Doubtful', 60),
    sure(rowOf('3', 'Cleo Third', 40)),
    sure(rowOf('4', 'Dora Fourth', 20)),
  ]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: 'Several at once' }));
  expect(screen.getByRole('button', { name: 'Approve 3 pairs, $160.00' })).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /Dora Fourth/ }));
  await user.click(screen.getByRole('button', { name: 'Approve 2 pairs, $140.00' }));
  expect(await inHand('Bea Doubtful')).toBeTruthy();
  expect(said()).toBe('Approved. 2 left.');
  const verdicts = () => rows.map(({ decision }) => decision?.verdict);
  await waitFor(() => expect(verdicts()).toEqual(['approved', undefined, 'approved', undefined]));
  await user.keyboard('u');
  expect(await inHand('Ana First')).toBeTruthy();
  expect(said()).toBe('Undone: approved 2 pairs. 4 left.');
  await waitFor(() => expect(verdicts()).toEqual([undefined, undefined, undefined, undefined]));
});

test('of several that are approved together, one that somebody else had decided comes back, and the others stand', async () => {
  const sure = (id: string, name: string, amount: number): ResultRowWire => ({
    ...rowOf(id, name, amount),
    match_probability: 0.93,
  });
  const rows = serveRows(
    [sure('1', 'Ana First', 100), sure('2', 'Bea Second', 60), sure('3', 'Cleo Third', 40)],
    {
      refusedIds: ['2'],
    },
  );
  const user = await renderReview();
  await inHand('Ana First');
  await user.click(screen.getByRole('button', { name: 'Several at once' }));
  await user.click(screen.getByRole('button', { name: 'Approve 3 pairs, $200.00' }));
  expect(await screen.findByText('Not saved: Bea Second')).toBeTruthy();
  expect(screen.getByText('Maria decided this already.')).toBeTruthy();
  expect(await inHand('Bea Second')).toBeTruthy();
  expect(rows.map(({ decision }) => decision?.verdict)).toEqual(['approved', undefined, 'approved']);
});

test('a sale of another amount is taken only with a word why, which is kept with the decision', async () => {
  const sales = [saleOf('less', 'Ana First', 75)];
  const rows = serveRows([rowOf('1', 'Ana First', 100)], { sales });
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('f');
  await screen.findByText('1 found, the likeliest first.');
  await user.keyboard('{ArrowDown}1');
  expect(
    await screen.findByText(/The sale of \$75.00 is \$25.00 less than the reward of \$100.00/),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Pair with $25.00 less' }));
  expect(screen.getByText('Say in a word why the amounts differ.')).toBeTruthy();
  expect(rows[0]?.decision).toBeNull();
  await user.type(screen.getByLabelText('Why it is right'), 'The rest was paid in cash.');
  await user.click(screen.getByRole('button', { name: 'Pair with $25.00 less' }));
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({ pos_result_id: 'less', note: 'The rest was paid in cash.' }),
  );
});

test('a runner-up that is a larger invoice is taken with the reason that is nearly always so', async () => {
  const invoice = { customer_name: 'Ana First', amount: 450 };
  const rows = serveRows([
    {
      ...rowOf('1', 'Ana First', 40),
      runner_up: { match_probability: 0.6, pos_transaction: invoice, detail: '' },
    },
  ]);
  const user = await renderReview();
  await inHand('Ana First');
  await user.keyboard('1');
  await user.click(await screen.findByRole('button', { name: 'Pair with $410.00 more' }));
  await waitFor(() =>
    expect(rows[0]?.decision).toMatchObject({
      verdict: 're_paired',
      note: 'The reward is part of a larger invoice.',
    }),
  );
});
