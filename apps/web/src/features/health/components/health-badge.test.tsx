// The badge tells the backend's state in words, and speaks only when it changes.
import { jest } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { HEALTH_POLL_MS } from '../api/use-backend-health.ts';
import { HealthBadge } from './health-badge.tsx';

const answering = (status: string) => async () =>
  new Response(JSON.stringify({ status }), { headers: { 'Content-Type': 'application/json' } });
const refusing = () => Promise.reject(new TypeError('connection refused'));

function renderBadge(answer: () => Promise<Response>) {
  globalThis.fetch = answer as typeof fetch;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HealthBadge />
    </QueryClientProvider>,
  );
  return screen.getByRole('status');
}

/** A moment more than the wait itself: the answer is handed on in a turn of its own. */
const ANSWER_MS = 10;
const nextPoll = () => act(() => jest.advanceTimersByTimeAsync(HEALTH_POLL_MS + ANSWER_MS));
const firstAnswer = () => act(() => jest.advanceTimersByTimeAsync(ANSWER_MS));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('before the first answer it is checking', () => {
  expect(renderBadge(() => new Promise(() => {})).textContent).toBe('Backend: Checking...');
});

test('a healthy backend is called healthy', async () => {
  const badge = renderBadge(answering('healthy'));
  await firstAnswer();
  expect(badge.textContent).toBe('Backend: Healthy');
});

test('a backend that does not answer is down', async () => {
  const badge = renderBadge(refusing);
  await firstAnswer();
  expect(badge.textContent).toBe('Backend: Down');
});

test('a backend that goes down and comes back is noticed at the next polls, without a flicker between', async () => {
  const badge = renderBadge(answering('healthy'));
  await firstAnswer();
  globalThis.fetch = refusing as typeof fetch;
  await nextPoll();
  expect(badge.textContent).toBe('Backend: Down');
  globalThis.fetch = answering('healthy') as typeof fetch;
  await nextPoll();
  expect(badge.textContent).toBe('Backend: Healthy');
});

test('polls that bring no change leave the live region untouched', async () => {
  const badge = renderBadge(answering('healthy'));
  await firstAnswer();
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(badge, { childList: true, characterData: true, subtree: true });
  await nextPoll();
  await nextPoll();
  expect(changes).toEqual([]);
  observer.disconnect();
});
