// The in-browser demo as a visitor handles it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type SyntheticBooks, writeCsv } from '@medspasync/test-kit';
import { expect, type Locator, type Page } from '@playwright/test';
import { type BookFiles, csvFile, type Upload } from './books.ts';

export const DEMO = 'http://localhost:3002/';

/** Chooses both files and waits until both are read. */
export async function chooseFiles(page: Page, files: BookFiles): Promise<void> {
  await rewardsInput(page).setInputFiles(files.rewards);
  await posInput(page).setInputFiles(files.pos);
  await expectBothRead(page);
}

/** Drags both files from `folder`, as a file manager would, onto their places, and waits until both are read. */
export async function dropFiles(page: Page, files: BookFiles, folder: string): Promise<void> {
  await dropFile(page, page.locator('label', { has: rewardsInput(page) }), files.rewards, folder);
  await dropFile(page, page.locator('label', { has: posInput(page) }), files.pos, folder);
  await expectBothRead(page);
}

/** By the browser's own protocol: an event made in the page would prove nothing about files that come from outside. */
async function dropFile(page: Page, place: Locator, { name, buffer }: Upload, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, buffer);
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await place.boundingBox())!;
  const browser = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + height / 2,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  await browser.detach();
}

const rewardsInput = (page: Page) => page.getByLabel('Loyalty rewards file', { exact: true });
const posInput = (page: Page) => page.getByLabel('Point of sale file', { exact: true });

const expectBothRead = (page: Page) =>
  expect(page.getByRole('button', { name: 'Find the matches' })).toBeEnabled({ timeout: 60_000 });

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
