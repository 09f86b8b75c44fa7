// What may be done to a run, by its state and by the role, and that it is asked about first.
import type { JobStatus } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../announcer.tsx';
import { api } from '../api.ts';
import { JobButton } from './job-button.tsx';

const JOB_ID = '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01';

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

async function renderButton(
  status: JobStatus,
  { permissions = ['reconciliation:start', 'reconciliation:cancel'], undone = false, refuse = false } = {},
) {
  const sent: string[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/auth/login')) {
      return json({ access_token: 'token', user: { display_name: 'Maria', permissions } });
    }
    sent.push(`${request.method} ${pathname.replace('/api/v1', '')}`);
    return refuse ? json({ title: 'The job has not completed', status: 409 }, 409) : json({ job_id: JOB_ID });
  }) as typeof fetch;
  await api.session.signIn('maria@example.com', 'a long enough password');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <JobButton
          job={{
            job_id: JOB_ID,
            status,
            created_at: '2026-11-26T09:00:00Z',
            undone_at: undone ? '2026-11-26T10:00:00Z' : null,
          }}
        />
      </Announcer>
    </QueryClientProvider>,
  );
  return { sent, user: userEvent.setup() };
}

test.each([
  ['processing', 'Cancel', 'Cancel reconciliation', `DELETE /reconcile/jobs/${JOB_ID}`],
  ['failed', 'Run again', 'Run again', `POST /reconcile/jobs/${JOB_ID}/retry`],
  ['completed', 'Undo run', 'Undo the run', `POST /reconcile/jobs/${JOB_ID}/undo`],
] as const)('a run that is %s offers %s, and sends it only when confirmed', async (...row) => {
  const [status, button, confirm, call] = row;
  const { sent, user } = await renderButton(status);
  await user.click(screen.getByRole('button', { name: new RegExp(`^${button}:`) }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: confirm }));
  await waitFor(() => expect(sent).toEqual([call]));
});

test.each([
  ['completed', true],
  ['cancelled', false],
] as const)('a run that is %s, undone: %s, offers nothing', async (status, undone) => {
  await renderButton(status, { undone });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a role that may not undo is not offered it', async () => {
  await renderButton('completed', { permissions: ['reconciliation:start'] });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a refusal is shown where it was asked', async () => {
  const { user } = await renderButton('completed', { refuse: true });
  await user.click(screen.getByRole('button', { name: /^Undo run:/ }));
  await user.click(screen.getByRole('button', { name: 'Undo the run' }));
  expect(await screen.findByText('The job has not completed')).toBeTruthy();
});
