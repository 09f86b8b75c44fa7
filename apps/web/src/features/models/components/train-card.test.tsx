// Teaching: what is chosen beforehand is what is asked, and what came of it is told with its figures.
import type { TrainResponseWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FIGURES } from '../testing/figures.ts';
import { TrainCard } from './train-card.tsx';

function renderCard(answer: Partial<TrainResponseWire>) {
  const asked: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    asked.push(await new Request(input, init).json());
    return Response.json({ ...FIGURES, model_version: 'glow-1', ...answer });
  }) as typeof fetch;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TrainCard />
    </QueryClientProvider>,
  );
  return { asked, user: userEvent.setup() };
}

test('the decisions are taught, and a better model goes to work', async () => {
  const { asked, user } = renderCard({ is_promoted: true });
  await user.click(screen.getByRole('button', { name: 'Teach' }));
  const status = await screen.findByRole('status');
  expect(status.textContent).toBe('The new model is at workglow-1, from 120 pairs.');
  expect(screen.getByText(FIGURES.statement)).toBeTruthy();
  expect(asked).toMatchObject([{ training_data: [], include_decisions: true, promote: 'if-better' }]);
});

test('a model that is to be looked at first waits', async () => {
  const { asked, user } = renderCard({ is_promoted: false });
  await user.selectOptions(screen.getByLabelText('Put it to work'), 'never');
  await user.click(screen.getByRole('button', { name: 'Teach' }));
  expect((await screen.findByRole('status')).textContent).toContain('The new model waits');
  expect(asked).toMatchObject([{ promote: 'never' }]);
});
