// A prospect looks around: one click, no password, synthetic patients.
import { expect, test } from '@playwright/test';
import { readSandbox } from '../support/sandbox.ts';

test.use({ baseURL: 'http://localhost:3001' });

test('one click enters the sandbox, and its last reconciliation is there to look at', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter the sandbox' }).click();
  await expect(page.getByText('Sandbox').first()).toBeVisible();
  await expect(page.getByText(/Redeemed/).first()).toBeVisible();
});

test('whoever leaves the sandbox stays signed in to the web app, on the same host', async ({
  page,
  context,
}) => {
  const work = await context.newPage();
  const { email, password } = readSandbox();
  await work.goto('http://localhost:3000/');
  await work.getByLabel('E-mail').fill(email);
  await work.getByLabel('Password').fill(password);
  await work.getByRole('button', { name: 'Sign in' }).click();
  await expect(work.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter the sandbox' }).click();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Enter the sandbox' })).toBeVisible();
  await work.reload();
  await expect(work.getByRole('heading', { name: 'Overview' })).toBeVisible();
});
