// A webhook is made for some event at an address, and its secret is shown once.
import { ToastProvider } from '@medspasync/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../../../lib/announcer.tsx';
import { CreateWebhookDialog } from './create-webhook-dialog.tsx';

async function openDialog() {
  const sent: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    sent.push(await new Request(input, init).json());
    const made = { webhook_id: 'w', secret: 'whsec_c2VjcmV0' };
    return new Response(JSON.stringify(made), {
      status: 201,
      headers: { 'Content-Type': 'application/json' },
    });
  }) as typeof fetch;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <ToastProvider>
          <CreateWebhookDialog />
        </ToastProvider>
      </Announcer>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'New webhook' }));
  return { sent, user, make: screen.getByRole('button', { name: 'Make the webhook' }) };
}

test('without an address or an event none is made, and both are said at once', async () => {
  const { make, sent, user } = await openDialog();
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  await user.click(make);
  expect(screen.getByText(/^Enter an address such as/)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('Choose at least one.');
  expect(sent).toEqual([]);
});

test('the events that are left are asked for, and the secret is shown to be copied', async () => {
  const { make, sent, user } = await openDialog();
  await user.type(screen.getByLabelText('Address'), 'https://hooks.example.com/spa');
  await user.click(screen.getAllByRole('checkbox')[0]!);
  await user.click(make);
  expect(await screen.findByText('The webhook is made')).toBeTruthy();
  await waitFor(() =>
    expect(sent).toEqual([{ url: 'https://hooks.example.com/spa', events: ['exception.opened'] }]),
  );
  expect(document.body.innerHTML).toContain('whsec_c2VjcmV0');
});
