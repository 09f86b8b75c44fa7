// The terms of the programs: since when, whose, and what changing them asks of the server.
import type { ProgramRuleWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RulesCard } from './rules-card.tsx';

const ALLE: ProgramRuleWire = {
  program: 'alle',
  valid_from: '1970-01-01',
  lag_days: 5,
  claim_window_days: 30,
  reimbursement_days: 30,
  expires_after_days: 365,
  cents_per_point: 10,
  is_default: true,
};
const OURS: ProgramRuleWire = {
  ...ALLE,
  program: 'evolus',
  valid_from: '2026-03-01',
  lag_days: 1,
  expires_after_days: null,
  cents_per_point: null,
  is_default: false,
};

function renderCard({ mayManage = true, rules = [ALLE, OURS] } = {}) {
  const sent: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    if (request.method === 'PUT') sent.push(await request.json());
    return Response.json({ rules });
  }) as typeof fetch;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RulesCard mayManage={mayManage} />
    </QueryClientProvider>,
  );
  return { sent, user: userEvent.setup() };
}

const table = async () => within(await screen.findByRole('table', { name: /Terms of the programs/ }));
const cellsOf = async (program: string) =>
  [...(await table()).getByText(program).closest('tr')!.cells].map(({ textContent }) => textContent);

test('each line tells a program, since when, its days, and what a point is worth', async () => {
  renderCard({ mayManage: false });
  expect(await cellsOf('Allē')).toEqual([
    'Allē ',
    'Always',
    '5 days',
    '30 days',
    'After 365 days',
    '100 points = $10.00',
  ]);
  expect(await cellsOf('Evolus Rewards')).toEqual([
    'Evolus Rewards Yours',
    'Mar 1, 2026',
    '1 day',
    '30 days',
    'No',
    'No fixed value',
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('new terms need a first day, and days that are some; each field says what is wrong with it', async () => {
  const { sent, user } = renderCard();
  await user.click(await screen.findByRole('button', { name: 'New terms' }));
  const lag = screen.getByLabelText('Other side within, days');
  await user.clear(lag);
  await user.type(screen.getByLabelText('Cents per point'), '-1');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Choose the first day.')).toBeTruthy();
  expect(lag.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Enter days, 0 to 3650.')).toBeTruthy();
  expect(screen.getByText('Enter an amount above 0, or nothing.')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('changed terms keep their program, and points without a value are sent as none', async () => {
  const { sent, user } = renderCard();
  const label = 'Change the terms of Evolus Rewards from Mar 1, 2026';
  const [change] = await screen.findAllByRole('button', { name: label });
  await user.click(change!);
  const program = screen.getByLabelText<HTMLSelectElement>('Program');
  expect([program.value, program.disabled]).toEqual(['evolus', true]);
  const claim = screen.getByLabelText('Claim within, days');
  await user.clear(claim);
  await user.type(claim, '45');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const { is_default: _, ...same } = OURS;
  await waitFor(() => expect(sent).toEqual([{ ...same, claim_window_days: 45 }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
