// The web app as a person handles it: by what is written on it.
import { expect, type Page } from '@playwright/test';
import { type BookFiles, bookFiles, type Upload } from './books.ts';
import { readSandbox } from './sandbox.ts';

export async function signIn(page: Page): Promise<void> {
  const { email, password } = readSandbox();
  await page.goto('/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'History' }).first()).toBeVisible();
}

export async function chooseFile(page: Page, side: 'rewards' | 'pos', file: Upload): Promise<void> {
  const label = side === 'rewards' ? 'Loyalty rewards file' : 'Point of sale file';
  await page.getByLabel(label, { exact: true }).setInputFiles(file);
}

/** From the new-reconciliation page to the results; returns when they are shown. */
export async function reconcile(page: Page, files: BookFiles = bookFiles()): Promise<void> {
  await page.goto('/reconcile/new');
  await chooseFile(page, 'rewards', files.rewards);
  await expect(page.getByRole('heading', { name: files.rewards.name })).toBeVisible();
  await chooseFile(page, 'pos', files.pos);
  await expect(page.getByRole('heading', { name: files.pos.name })).toBeVisible();
  await page.getByRole('button', { name: 'Run reconciliation' }).click();
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible({ timeout: 60_000 });
}
