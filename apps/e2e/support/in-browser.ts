// The in-browser demo as a visitor handles it.
import { type SyntheticBooks, writeCsv } from '@medspasync/test-kit';
import { expect, type Page } from '@playwright/test';
import { type BookFiles, csvFile } from './books.ts';

export const DEMO = 'http://localhost:3002/';

/** Chooses both files and waits until both are read. */
export async function chooseFiles(page: Page, files: BookFiles): Promise<void> {
  await page.getByLabel('Loyalty rewards file', { exact: true }).setInputFiles(files.rewards);
  await page.getByLabel('Point of sale file', { exact: true }).setInputFiles(files.pos);
  await expect(page.getByRole('button', { name: 'Find the matches' })).toBeEnabled({ timeout: 60_000 });
}

export async function findMatches(page: Page, timeoutMs = 60_000): Promise<void> {
  await page.getByRole('button', { name: 'Find the matches' }).click();
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible({ timeout: timeoutMs });
}

/** Saves the matches file; returns its path. */
export async function saveMatches(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  return (await download).path();
}

/** Books as files, the POS cut to `posRows`. */
export function filesOf(books: SyntheticBooks, posRows: number): BookFiles {
  return {
    rewards: csvFile('rewards.csv', writeCsv(books.rewards, 'plain')),
    pos: csvFile('sales.csv', writeCsv(books.pos.slice(0, posRows), 'plain')),
  };
}
