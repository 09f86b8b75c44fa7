// A prospect looks around: one click, no password, synthetic patients.
import { expect, test } from '@playwright/test';

test.use({ baseURL: 'http://localhost:3001' });

test('one click enters the sandbox, and its last reconciliation is there to look at', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter the sandbox' }).click();
  await expect(page.getByText('Sandbox').first()).toBeVisible();
  await expect(page.getByText(/Redeemed/).first()).toBeVisible();
});
