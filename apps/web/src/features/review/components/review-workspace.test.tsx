// A review from the first row to the last, against an API that remembers decisions.
import type { ResultRowWire } from '@medspasync/schemas';
import { ToastProvider } from '@medspasync/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../../../lib/announcer.tsx';
import { api } from '../../../lib/api.ts';
import { ReviewWorkspace } from './review-workspace.tsx';

const JOB_ID = '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01';

const rowOf = (id: string, name: string, amount: number): ResultRowWire => ({
  result_id: id,
  result: 'review_required',
  match_probability: 0.82,
  confidence_level: 'Medium',
  recommendation: 'REVIEW_RECOMMENDED',
  reward_transaction: { customer_name: name, amount },
  pos_transactions: [{ customer_name: name, amount }],
  pos_transaction: { customer_name: name, amount },
  explanation: null,
  runner_up: null,
  nearest_reward: null,
  reason_codes: [],
  unreadable: null,
  decision: null,
  earlier_decision: null,
  state: 'MISMATCHED',
  dollars_at_stake: amount,
  points_at_stake: null,
  deadline: '2026-12-24',
  notes: [],
  assigned_to: null,
});

const MARIA = { user_id: 'u', display_name: 'Maria', is_disabled: false };
const GRANT = {
  access_token: 'token',
  user: { ...MARIA, permissions: ['reconciliation:decide', 'aliases:manage'] },
};

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** What nothing claims, found by any search. */
const saleOf = (id: string, name: string, amount: number): ResultRowWire => ({
  ...rowOf(id, name, amount),
  result: 'no_match',
  reward_transaction: null,
});

interface Served {
  refuse?: boolean;
  limit?: number;
  sales?: ResultRowWire[];
}

/** The results and decision routes over the given rows; `refuse` makes decisions fail. */
function serveRows(rows: ResultRowWire[], { refuse = false, limit = 250, sales = [] }: Served = {}) {
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/auth/login')) return json(GRANT);
    if (pathname.endsWith('/results/search'))
      return json({ results: sales, page: 1, limit, total_results: 1 });
    if (pathname.endsWith('/members')) return json({ members: [MARIA] });
    const remarked = /results\/([^/]+)\/(notes|assignee)$/.exec(pathname);
    if (remarked) return json(remark(rows, remarked[1], remarked[2], await request.json()));
    const decided = /results\/([^/]+)\/decision$/.exec(pathname);
    if (!decided) {
      const page = Number(searchParams.get('page'));
      return json({
        job_id: JOB_ID,
        status: 'completed',
        results: rows.slice((page - 1) * limit, page * limit),
        page,
        limit,
        total_results: rows.length,
      });
    }
    if (refuse) return json({ title: 'Conflict', detail: 'Maria decided this already.', status: 409 }, 409);
    const row = rows.find(({ result_id }) => result_id === decided[1])!;
    row.decision =
      request.method === 'DELETE'
        ? null
        : {
            decision_id: 'd',
            decided_by: 'Maria',
            decided_at: '2026-11-26T00:00:00Z',
            note: null,
            ...(await request.json()),
          };
    return json(row);
  }) as typeof fetch;
  return rows;
}

function remark(
  rows: ResultRowWire[],
  id = '',
  what = '',
  body: { text?: string; user_id?: string },
): ResultRowWire {
  const row = rows.find(({ result_id }) => result_id === id)!;
  const at = '2026-11-26T00:00:00Z';
  if (what === 'notes')
    row.notes = [...row.notes, { note_id: 'n', text: body.text ?? '', written_by: 'Maria', written_at: at }];
  else
    row.assigned_to = {
      user_id: body.user_id ?? '',
      name: 'Maria',
      assigned_by: 'Maria',
      assigned_at: at,
    };
  return row;
}

async function renderReview() {
  await api.session.signIn('maria@example.com', 'a long enough password');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <ToastProvider>
          <ReviewWorkspace jobId={JOB_ID} queue="review_required" whenDone={<a href="/results">Results</a>} />
        </ToastProvider>
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const inHand = (name: string) => screen.findByRole('heading', { name });
const said = () => screen.getByTestId('announcer').textContent;

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
  expect(screen.getByText('Sides disagree · $100.00 at stake · claim by Dec 24, 2026')).toBeTruthy();
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
  await user.keyboard('u');
  expect(await inHand('Ana Only')).toBeTruthy();
  expect(said()).toBe('Undone. 1 left.');
  await waitFor(() => expect(rows[0]?.decision).toBeNull());
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
  const [older] = screen.getAllByRole('button', { name: 'Undo' }).filter((button) => button.closest('li'));
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
  expect(said()).toBe('Undone. 4 left.');
  await waitFor(() => expect(verdicts()).toEqual([undefined, undefined, undefined, undefined]));
});
