// Money is not given up by one person alone: a write-off above the organization's limit waits for somebody else.
import { expect, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';
import { reconcile, signIn } from '../support/app.ts';
import { readSandbox } from '../support/sandbox.ts';

test('a write-off needs a second pair of eyes: who proposed it cannot approve it, a manager does', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page);
  const words = `No claim was made, ${Date.now()}.`;
  await reconcile(page);
  await page.getByRole('link', { name: /^Review \d+/ }).click();
  await expect(page.getByText(/^1 of \d+/)).toBeVisible();
  await page.keyboard.press('w');
  await page.getByLabel('Reason', { exact: true }).selectOption('The claim window has closed');
  await page.getByLabel('In your own words').fill(words);
  // The screen goes on at once; what others see of it is there once the server has answered.
  const entered = page.waitForResponse((answer) => answer.url().endsWith('/decision'));
  await page.getByRole('dialog').getByRole('button', { name: 'Write off' }).click();
  await expect(page.getByText(/^Write-off entered\. \d+ left\.$/)).toBeAttached();
  expect((await entered).ok()).toBe(true);

  await page.goto('/months');
  const own = page.getByRole('listitem').filter({ hasText: words });
  await expect(own.getByRole('button', { name: /^Withdraw/ })).toBeVisible();
  await expect(own.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await expectNoAccessibilityProblem(page);

  const manager = await (await browser.newContext({ baseURL })).newPage();
  await manager.goto('/months');
  await manager.getByLabel('E-mail').fill('sandbox-manager@medspasync.test');
  await manager.getByLabel('Password').fill(readSandbox().password);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  const proposed = manager.getByRole('listitem').filter({ hasText: words });
  await proposed.getByRole('button', { name: /^Approve/ }).click();
  await expect(proposed).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Closed months' })).toBeVisible();
  await expect(own).toHaveCount(0);
});
