// A month with something open in it is closed only by somebody who says so, and only over exactly that.
import type { PeriodPreviewWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../../../lib/announcer.tsx';
import { CloseDialog } from './close-dialog.tsx';

function renderDialog(open: number) {
  const sent: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    sent.push(await new Request(input, init).json());
    return new Response('{}', { status: 201, headers: { 'Content-Type': 'application/json' } });
  }) as typeof fetch;
  const preview = {
    month: '2026-03',
    location_id: null,
    program: 'alle',
    figures: { open, open_amount: open * 40 },
    open_items_digest: 'c4f1b2',
  } as PeriodPreviewWire;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <CloseDialog preview={preview} scopeWords="March 2026, Allē" onClose={() => undefined} />
      </Announcer>
    </QueryClientProvider>,
  );
  return { sent, user: userEvent.setup(), button: screen.getByRole('button', { name: 'Close the month' }) };
}

test('a month with nothing open is closed at once', async () => {
  const { button, sent, user } = renderDialog(0);
  await user.click(button);
  await waitFor(() => expect(sent).toEqual([{ month: '2026-03', location_id: null, program: 'alle' }]));
});

test('open rows have to be acknowledged, and what was seen is sent along', async () => {
  const { button, sent, user } = renderDialog(2);
  expect(screen.getByText('2 rows worth $80.00 still open')).toBeTruthy();
  await user.click(button);
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: 'Close it all the same' }));
  await user.click(button);
  await waitFor(() => expect(sent).toMatchObject([{ month: '2026-03', acknowledged_digest: 'c4f1b2' }]));
});
