// Two names are remembered only as two names, and as what a person says they are.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AddAliasDialog } from './add-alias-dialog.tsx';

async function openDialog(status = 201, answer: object = {}) {
  const sent: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    sent.push(await new Request(input, init).json());
    return new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
  }) as typeof fetch;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AddAliasDialog />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Add names' }));
  const remember = () => user.click(screen.getByRole('button', { name: 'Remember' }));
  return { sent, user, remember };
}

test('a name that is missing is asked for, and nothing is sent', async () => {
  const { remember, sent, user } = await openDialog();
  await user.type(screen.getByLabelText('One name'), 'Ana Reyes');
  await remember();
  expect(screen.getByText('Enter a name, in full.')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('both names are sent with what they are to each other', async () => {
  const { remember, sent, user } = await openDialog();
  await user.type(screen.getByLabelText('One name'), 'Ana Reyes');
  await user.type(screen.getByLabelText('The other'), 'Leo Reyes');
  await user.selectOptions(screen.getByLabelText('They are'), 'household');
  await remember();
  await waitFor(() => expect(sent).toEqual([{ kind: 'household', names: ['Ana Reyes', 'Leo Reyes'] }]));
});

test('names the book has already are told, and the dialog stays', async () => {
  const problem = { title: 'These two names are in the alias book already', status: 409, detail: '' };
  const { remember, user } = await openDialog(409, problem);
  await user.type(screen.getByLabelText('One name'), 'Ana Reyes');
  await user.type(screen.getByLabelText('The other'), 'Ana Brunner');
  await remember();
  expect((await screen.findByRole('alert')).textContent).toContain(problem.title);
});
