// The models of an organization: which one is at work, how each did, and the way to another.
import type { LearnedFiguresWire, ModelVersionWire } from '@medspasync/schemas';
import { ToastProvider } from '@medspasync/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FIGURES } from '../testing/figures.ts';
import { VersionsCard } from './versions-card.tsx';

const SHIPPED: ModelVersionWire = {
  version: 'rewards-to-pos-1',
  based_on: null,
  trained_at: '2026-05-04T09:00:00Z',
  is_current: true,
  is_usable: true,
  figures: null,
};
const taught = (version: string, more: Partial<ModelVersionWire> = {}): ModelVersionWire => ({
  ...SHIPPED,
  version,
  based_on: SHIPPED.version,
  is_current: false,
  figures: FIGURES,
  ...more,
});
const worse: LearnedFiguresWire = { ...FIGURES, comparison: { ...FIGURES.comparison, is_better: false } };

function renderCard(versions: ModelVersionWire[], mayPromote = true) {
  const asked: string[] = [];
  let current = SHIPPED.version;
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const { method, url } = new Request(input, init);
    if (method === 'POST') {
      current = decodeURIComponent(url.split('/').at(-2)!);
      asked.push(current);
    }
    const listed = versions.map((one) => ({ ...one, is_current: one.version === current }));
    return Response.json({ current_version: current, versions: listed });
  }) as typeof fetch;
  const retry = { defaultOptions: { queries: { retry: false } } };
  render(
    <QueryClientProvider client={new QueryClient(retry)}>
      <ToastProvider>
        <VersionsCard mayPromote={mayPromote} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { asked, user: userEvent.setup() };
}

const rowOf = async (version: string) => within((await screen.findByText(version)).closest('li')!);

test('each version says what it learned from, and one of them is at work', async () => {
  renderCard([taught('glow-1'), SHIPPED]);
  const row = await rowOf('glow-1');
  expect(row.getByText('120 pairs · May 4, 2026 · based on rewards-to-pos-1')).toBeTruthy();
  expect(row.queryByText('At work')).toBeNull();
  expect((await rowOf('rewards-to-pos-1')).getByText('At work')).toBeTruthy();
});

test('another one is put to work, and says so', async () => {
  const { asked, user } = renderCard([taught('glow-1'), SHIPPED]);
  await user.click(await screen.findByRole('button', { name: 'Put glow-1 to work' }));
  expect(await screen.findByText('glow-1 is at work')).toBeTruthy();
  expect(asked).toEqual(['glow-1']);
  expect((await rowOf('glow-1')).getByText('At work')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Put rewards-to-pos-1 to work' })).toBeTruthy();
});

test('one that is no better, or of another release, is called so; the latter cannot be put to work', async () => {
  renderCard([taught('glow-2', { figures: worse }), taught('glow-1', { is_usable: false }), SHIPPED]);
  expect((await rowOf('glow-2')).getByText('Not better than before')).toBeTruthy();
  expect((await rowOf('glow-1')).getByText('Of another release')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Put glow-1 to work' })).toBeNull();
});

test('the figures of one are opened on demand, each with its interval', async () => {
  const { user } = renderCard([taught('glow-1'), SHIPPED]);
  const button = await screen.findByRole('button', { name: 'Figures of glow-1' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.click(button);
  const table = screen.getByRole('table', { name: /held-out pairs/ });
  expect(within(table).getByText('Right when it says match').closest('tr')!.textContent).toContain(
    '97.0%94.0%–99.0%',
  );
  expect(screen.queryByRole('button', { name: 'Figures of rewards-to-pos-1' })).toBeNull();
});

test('a member who may only look sees no way to another', async () => {
  renderCard([taught('glow-1'), SHIPPED], false);
  await rowOf('glow-1');
  await waitFor(() => expect(screen.queryByRole('button', { name: /to work/ })).toBeNull());
});
