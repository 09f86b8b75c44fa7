// The badge in the header tells the truth about the backend, also when it changes.
import { expect, test } from '@playwright/test';
import { signIn } from '../support/app.ts';
import { ecosystem } from '../support/ecosystem.ts';

const POLL_MS = 30_000;

test('the badge says Healthy, then Down when the backend stops, then Healthy again', async ({ page }) => {
  test.setTimeout(120_000);
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

test('before the first answer the badge says Checking...', async ({ page }) => {
  await page.route('**/health/quick', () => undefined);
  await signIn(page);
  await expect(page.getByTestId('health-badge')).toHaveText('Backend: Checking...');
});
