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
  reason_codes: [],
  unreadable: null,
  decision: null,
  state: 'MISMATCHED',
  dollars_at_stake: amount,
  points_at_stake: null,
  deadline: '2026-12-24',
  notes: [],
  assigned_to: null,
});

const GRANT = {
  access_token: 'token',
  user: { display_name: 'Maria', permissions: ['reconciliation:decide'] },
};

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** The results and decision routes over the given rows; `refuse` makes decisions fail. */
function serveRows(rows: ResultRowWire[], { refuse = false, limit = 250 } = {}) {
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/auth/login')) return json(GRANT);
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
            ...(await request.json()),
            decision_id: 'd',
            decided_by: 'Maria',
            decided_at: '2026-11-26T00:00:00Z',
            note: null,
          };
    return json(row);
  }) as typeof fetch;
  return rows;
}

async function renderReview() {
  await api.session.signIn('maria@example.com', 'a long enough password');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <ToastProvider>
          <ReviewWorkspace jobId={JOB_ID} whenDone={<a href="/results">Results</a>} />
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
