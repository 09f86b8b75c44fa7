// Nobody at the screen: a warning, then the session and what was on the screen are gone. By a fake clock.
import { jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { api } from '../api.ts';
import { clearWhenSignedOut } from '../query-client.ts';
import { IdleGuard } from './idle-guard.tsx';

const USER = { user_id: 'maria', permissions: [], idle_seconds: 900 };
const MINUTE_MS = 60_000;

const json = (body: object) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });

/** Every call that reaches the server, and whether it was marked as the app's own. */
let calls: { path: string; isBackground: boolean }[];
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const poll = () => act(async () => void (await api.http.GET('/reconcile/history')));

beforeEach(async () => {
  jest.useFakeTimers();
  localStorage.clear();
  calls = [];
  globalThis.fetch = (async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    calls.push({ path, isBackground: request.headers.has('X-Background') });
    if (path === '/auth/login')
      return json({ access_token: 'token', token_type: 'Bearer', expires_in: 600, user: USER });
    return json({ jobs: [], total_returned: 0 });
  }) as typeof fetch;
  await api.session.signIn('maria@spa.test', 'correct horse battery staple');
  render(<IdleGuard />);
});
afterEach(async () => {
  await act(() => api.session.expire());
  jest.useRealTimers();
});

const status = () => api.session.state().status;
const warning = () => screen.queryByRole('timer', { hidden: true })?.textContent;

test('after fourteen minutes there is a warning, after fifteen the session ends', async () => {
  await pass(13.9 * MINUTE_MS);
  expect(warning()).toBeUndefined();
  await pass(0.3 * MINUTE_MS);
  expect(warning()).toMatch(/^Signing out in 4\d seconds\.$/);
  expect(status()).toBe('signed-in');
  await pass(0.9 * MINUTE_MS);
  expect(api.session.state()).toEqual({ status: 'signed-out', expired: true });
  expect(calls.at(-1)?.path).toBe('/auth/logout');
  expect(warning()).toBeUndefined();
});

test('whoever comes back in time stays, and the warning goes', async () => {
  await pass(14.5 * MINUTE_MS);
  fireEvent.keyDown(document.body, { key: 'a' });
  await pass(1000);
  expect(warning()).toBeUndefined();
  await pass(13 * MINUTE_MS);
  expect(status()).toBe('signed-in');
  await pass(2 * MINUTE_MS);
  expect(status()).toBe('signed-out');
});

test('what the app asks by itself is marked and keeps nobody signed in', async () => {
  for (let minute = 0; minute < 14; minute += 1) {
    await pass(MINUTE_MS);
    await poll();
  }
  const polls = calls.filter(({ path }) => path === '/reconcile/history');
  expect(polls.every(({ isBackground }) => isBackground)).toBe(true);
  await pass(2 * MINUTE_MS);
  expect(status()).toBe('signed-out');
});

test('work that asks nothing of the server is told to it, as a person’s', async () => {
  calls = [];
  for (let minute = 0; minute < 20; minute += 1) {
    fireEvent.pointerMove(document.body);
    await pass(MINUTE_MS);
  }
  expect(status()).toBe('signed-in');
  const told = calls.filter(({ path }) => path === '/auth/session');
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told.some(({ isBackground }) => isBackground)).toBe(false);
});

test('work in another tab keeps this one', async () => {
  await pass(14.5 * MINUTE_MS);
  localStorage.setItem('last-input', String(Date.now()));
  await pass(MINUTE_MS);
  expect(status()).toBe('signed-in');
  expect(warning()).toBeUndefined();
});

test('a computer that slept for longer is signed out by its first second awake, hand or no hand', async () => {
  jest.setSystemTime(Date.now() + 20 * MINUTE_MS);
  fireEvent.pointerMove(document.body);
  await pass(0);
  expect(status()).toBe('signed-out');
});

test('a tab hears that another has signed out', async () => {
  globalThis.fetch = async () => new Response('{"title":"Ended","status":401}', { status: 401 });
  window.dispatchEvent(new StorageEvent('storage', { key: 'signed-in', newValue: null }));
  await pass(0);
  expect(status()).toBe('signed-out');
});

test('with the session everything goes that was read in it', async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(['results'], [{ customer_name: 'Ana Reyes' }]);
  const stop = clearWhenSignedOut(queryClient);
  await pass(15 * MINUTE_MS);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
  stop();
});
