// A row is given up where it is looked at, and that is taken back by a button that says what it takes back.
import type { DecideRequestWire, ResultRowWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Announcer } from '../../../lib/announcer.tsx';
import { api } from '../../../lib/api.ts';
import { rowOf } from '../../../lib/results/testing/result-row.ts';
import { ResultDetail } from './result-detail.tsx';

const JOB_ID = '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01';
const REST_ID = '7f2f7c6c-3b01-4a0e-93a5-0d4f6d0a2b39';

const REST = 'Write off the rest, $30.00';

const MATCHED: ResultRowWire = {
  ...rowOf('1', 'Ana First', 100),
  result: 'match',
  reward_transaction: { customer_name: 'Ana First', amount: 100, transaction_id: 'R-1' },
  state: null,
  reimbursed_amount: 70,
};

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

interface Asked {
  method: string;
  decisionId: string | null;
  body?: DecideRequestWire;
}

/** The decision route over one row, of which $30 was not paid back; answers what it was asked. */
function serve(row: ResultRowWire, permissions: readonly string[], refusal?: object): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/auth/login'))
      return json({ access_token: 'token', user: { user_id: 'u', display_name: 'Maria', permissions } });
    const { method } = request;
    const decisionId = searchParams.get('decision_id');
    if (method === 'DELETE') {
      asked.push({ method, decisionId });
      return json({ ...row, rest_write_off: null });
    }
    const body: DecideRequestWire = await request.json();
    asked.push({ method, decisionId, body });
    if (refusal) return json(refusal, 409);
    return json({
      ...row,
      rest_write_off: {
        decision_id: REST_ID,
        amount: 30,
        reason: body.reason,
        note: body.note,
        decided_by: 'Maria',
        decided_at: '2026-11-26T00:00:00Z',
        approval: null,
      },
    });
  }) as typeof fetch;
  return asked;
}

function Screen({ of }: { of: ResultRowWire }) {
  const [row, show] = useState<ResultRowWire | undefined>(of);
  return <ResultDetail jobId={JOB_ID} row={row} onSaid={show} onClose={() => show(undefined)} />;
}

async function open(row: ResultRowWire) {
  await api.session.signIn('maria@example.com', 'a long enough password');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <Screen of={row} />
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('what is left of a matched row is written off with a reason, by the keyboard alone, and taken back by its own id', async () => {
  const asked = serve(MATCHED, ['reconciliation:decide']);
  const user = await open(MATCHED);
  screen.getByRole('button', { name: REST }).focus();
  await user.keyboard('{Enter}');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'refused_by_manufacturer');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Reason' }));
  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Say in a word why it is written off.')).toBeTruthy();
  await user.keyboard('They pay no more.');
  await user.click(screen.getByRole('button', { name: `${REST}: R-1` }));
  expect(
    await screen.findByText(/^\$30\.00 of it, which was not paid back, written off by Maria/),
  ).toBeTruthy();
  expect(screen.getByTestId('announcer').textContent).toBe('Write-off entered: R-1.');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo: written off R-1' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: REST })).toBeTruthy();
  const body = { verdict: 'written_off', reason: 'refused_by_manufacturer', note: 'They pay no more.' };
  expect(asked).toEqual([
    { method: 'POST', decisionId: null, body },
    { method: 'DELETE', decisionId: REST_ID },
  ]);
});

test('Escape leaves the row on the screen, and the focus on the button that asks', async () => {
  serve(MATCHED, ['reconciliation:decide']);
  const user = await open(MATCHED);
  await user.click(screen.getByRole('button', { name: REST }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: REST }));
});

test('what the server refuses is told in its words', async () => {
  const paid = { status: 409, code: 'redemption.paid', title: 'Paid', detail: 'It is paid in full.' };
  serve(MATCHED, ['reconciliation:decide'], paid);
  const user = await open(MATCHED);
  await user.click(screen.getByRole('button', { name: REST }));
  await user.type(screen.getByRole('textbox', { name: 'In your own words' }), 'Too late');
  await user.click(screen.getByRole('button', { name: `${REST}: R-1` }));
  expect(await screen.findByText(/It is paid in full\./)).toBeTruthy();
});

test('what was paid in part is told with what is left, and the form gives up no more', async () => {
  serve(MATCHED, ['reconciliation:decide']);
  const user = await open(MATCHED);
  expect(screen.getByText('Payments have paid $70.00 of it so far; $30.00 is left.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: REST }));
  expect(
    screen.getByText(/^\$30\.00, which payments have left of it, is given up; its pair stands\./),
  ).toBeTruthy();
});

test('a matched row of which nothing was paid is given up whole, and nothing speaks of a rest', async () => {
  const unpaid = { ...MATCHED, reimbursed_amount: 0 };
  serve(unpaid, ['reconciliation:decide']);
  const user = await open(unpaid);
  await user.click(screen.getByRole('button', { name: 'Write off' }));
  expect(screen.getByRole('button', { name: 'Write off: R-1' })).toBeTruthy();
  expect(screen.queryByText(/left|rest\b|have paid/)).toBeNull();
});

test.each<[string, number, string]>([
  ['in full', 100, 'Payments have paid all of it.'],
  ['more than it is', 120, 'Payments have paid $120.00, $20.00 more than it is.'],
])('of a row that was paid %s nothing is left to give up', async (_what, reimbursed_amount, words) => {
  const paid = { ...MATCHED, reimbursed_amount };
  serve(paid, ['reconciliation:decide']);
  await open(paid);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Write off/ })).toBeNull();
});

test.each<[string, Partial<ResultRowWire>, string | null]>([
  [
    'one without a sale is written off whole',
    { result: 'no_match', pos_transactions: [], state: 'MISSING', reimbursed_amount: 0 },
    'Write off',
  ],
  [
    'one without a sale that was paid in part has a rest, too',
    { result: 'no_match', pos_transactions: [], state: 'MISSING' },
    REST,
  ],
  [
    'a sale that nobody has to redeem is nothing to give up',
    { result: 'no_match', reward_transaction: null },
    null,
  ],
  ['one that was taken back is nobody’s', { is_taken_back: true }, null],
])('of rows that are open outside the review, %s', async (_what, changes, label) => {
  const row = { ...MATCHED, ...changes };
  serve(row, ['reconciliation:decide']);
  await open(row);
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Ana First' })).toBeTruthy());
  const names = screen.queryAllByRole('button', { name: /Write off/ }).map(({ textContent }) => textContent);
  expect(names).toEqual(label === null ? [] : [label]);
});

test('who may not decide is offered nothing', async () => {
  serve(MATCHED, []);
  await open(MATCHED);
  expect(screen.queryByRole('button', { name: /Write off/ })).toBeNull();
});
