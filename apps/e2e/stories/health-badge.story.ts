// The badge in the header tells the truth about the backend, also when it changes.
import { expect, test } from '@playwright/test';
import { signIn } from '../support/app.ts';
import { ecosystem } from '../support/ecosystem.ts';
import { apiProcesses } from '../support/environment.ts';

const POLL_MS = 30_000;

test('the badge says Healthy, then Down when the backend stops, then Healthy again', async ({ page }) => {
  test.skip(apiProcesses > 1, 'the other API process goes on: the next story');
  await page.clock.install();
  await signIn(page);
  const badge = page.getByTestId('health-badge');
  await expect(badge).toHaveText('Backend: Healthy');
  try {
    ecosystem('stop', 'backend');
    await page.clock.fastForward(POLL_MS + 1000);
    await expect(badge).toHaveText('Backend: Down');
  } finally {
    ecosystem('start', 'backend');
  }
  await page.clock.fastForward(POLL_MS + 1000);
  await expect(badge).toHaveText('Backend: Healthy');
});

test('one of two API processes stops, and nobody at work notices', async ({ page }) => {
  test.skip(apiProcesses === 1, 'there is no second one: npm run test:external starts it');
  await page.clock.install();
  await signIn(page);
  const badge = page.getByTestId('health-badge');
  await expect(badge).toHaveText('Backend: Healthy');
  try {
    ecosystem('stop', 'backend');
    await page.clock.fastForward(POLL_MS + 1000);
    await expect(badge).toHaveText('Backend: Healthy');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  } finally {
    ecosystem('start', 'backend');
  }
});

test('before the first answer the badge says Checking...', async ({ page }) => {
  await page.route('**/health/quick', () => undefined);
  await signIn(page);
  await expect(page.getByTestId('health-badge')).toHaveText('Backend: Checking...');
});
