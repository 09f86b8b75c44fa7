// The main job: two files in, doubts settled by a person, a file out.
import { readFileSync } from 'node:fs';
import { MATCHES_COLUMNS, MONEY_SINCE_COLUMNS } from '@medspasync/schemas';
import { expect, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';
import { chooseFile, reconcile, signIn } from '../support/app.ts';
import { bookFiles, csvFile } from '../support/books.ts';

test.beforeEach(({ page }) => signIn(page));

test('staff drop two files, run, settle a doubt, take it back, and export', async ({ page }) => {
  const files = bookFiles();
  await page
    .getByRole('link', { name: /New reconciliation/ })
    .first()
    .click();
  await chooseFile(page, 'rewards', files.rewards);
  await chooseFile(page, 'pos', files.pos);
  await expect(page.getByText('Square · Transactions')).toBeVisible();
  await page.getByRole('button', { name: 'Run reconciliation' }).click();

  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Redeemed \$[\d,.]+ − matched \$[\d,.]+ = \$[\d,.]+ left/)).toBeVisible();

  await page.getByRole('link', { name: /^Review \d+/ }).click();
  const remaining = page.getByText(/^1 of \d+/);
  const before = await remaining.textContent();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/^Approved\. \d+ left\.$/)).toBeAttached();
  await expect(remaining).not.toHaveText(before ?? '');
  await page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name: /^Undo/ }).click();
  await expect(remaining).toHaveText(before ?? '');

  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const text = readFileSync(await (await download).path(), 'utf8').replace(/^\uFEFF/, '');
  expect(text.split('\r\n')[0]).toBe([...MATCHES_COLUMNS, ...MONEY_SINCE_COLUMNS].join(','));
  const rewards = files.rewards.buffer.toString().trim().split('\n').length - 1;
  expect(text.trim().split('\r\n').length).toBeGreaterThan(rewards);
});

test('the reasons of a doubtful match are shown as a sum', async ({ page }) => {
  await reconcile(page);
  await page.getByRole('link', { name: /^Review \d+/ }).click();
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText('Patient name').last()).toBeVisible();
  await expect(page.getByText(/log-odds/).first()).toBeVisible();
});

test('a review is settled by keyboard alone, and letters can be switched off', async ({ page }) => {
  await reconcile(page);
  await page.getByRole('link', { name: /^Review \d+/ }).click();
  const remaining = page.getByText(/^\d+ of \d+/);
  await expect(remaining).toHaveText(/^1 of/);
  const total = Number((await remaining.textContent())?.match(/of (\d+)/)?.[1]);
  await page.keyboard.press('a');
  await expect(remaining).toHaveText(new RegExp(`of ${total - 1}`));
  await page.keyboard.press('u');
  await expect(remaining).toHaveText(new RegExp(`of ${total}`));
  await page.keyboard.press('?');
  await page.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(remaining).toHaveText(new RegExp(`of ${total}`));
  await page.keyboard.press('Enter');
  await expect(remaining).toHaveText(new RegExp(`of ${total - 1}`));
});

test('a missing reward is given another sale by keyboard alone, and taken back', async ({ page }) => {
  await reconcile(page);
  await page.goto(`${page.url().replace(/\/results.*/, '')}/review?queue=overdue`);
  const remaining = page.getByText(/^\d+ of \d+/);
  await expect(remaining).toHaveText(/^1 of/);
  const before = await remaining.textContent();
  // On to a reward: a sale that nobody redeemed has no sale to find.
  while (!(await page.getByRole('button', { name: 'Find a sale' }).isVisible()))
    await page.keyboard.press('j');
  const at = await remaining.textContent();
  await page.keyboard.press('f');
  await expect(page.getByLabel('Search')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Search')).toBeHidden();
  await page.keyboard.press('f');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('botox');
  await expect(page.getByText(/^\d+ found/)).toBeVisible();
  await expectNoAccessibilityProblem(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('1');
  // Their amounts differ, so a word why is asked for.
  await page.getByLabel('Why it is right').press('Control+a');
  await page.keyboard.type('Part of a larger invoice.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Paired anew\. \d+ left\.$/)).toBeAttached();
  await expect(remaining).not.toHaveText(before ?? '');
  await page.keyboard.press('u');
  await expect(remaining).toHaveText(at ?? '');
});

test('a file of an unknown layout is read by best guess, and staff correct a column', async ({ page }) => {
  const rows = [
    'Guest,Cell,Rcvd,Day',
    'Sarah Johnson,(555) 123-4567,40.00,2026-10-05',
    'Ana Reyes,(555) 765-4321,20.00,2026-10-13',
  ];
  await page.goto('/reconcile/new');
  await chooseFile(page, 'rewards', csvFile('unknown.csv', `${rows.join('\r\n')}\r\n`));
  const card = page
    .getByRole('region', { name: /reward/i })
    .or(page.getByLabel(/^Loyalty rewards|^Rewards/))
    .first();
  await expect(page.getByRole('heading', { name: 'unknown.csv' })).toBeVisible();
  const columns = page.getByRole('button', { name: /olumns/ }).first();
  if ((await columns.getAttribute('aria-expanded')) === 'false') await columns.click();
  const meaning = page.getByLabel('Meaning of column Cell');
  await meaning.selectOption({ label: 'Ignore' });
  await page.getByRole('button', { name: 'Apply and read again' }).click();
  await expect(page.getByText(/^Read again: 2 rows\.$/)).toBeAttached();
  await expect(page.getByLabel('Meaning of column Cell')).toHaveValue('ignore');
  await expect(card).toBeVisible();
});

test.describe('a file that cannot be read gets an answer that helps', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const cases = [
    { name: 'photo.csv', buffer: png, says: /image|PNG/i },
    { name: 'empty.csv', buffer: Buffer.alloc(0), says: /empty/i },
    {
      name: 'header-only.csv',
      buffer: Buffer.from('customer_name,amount,date\r\n'),
      says: /no rows|no data|header/i,
    },
  ];
  for (const { name, buffer, says } of cases) {
    test(name, async ({ page }) => {
      await page.goto('/reconcile/new');
      await chooseFile(page, 'rewards', { name, mimeType: 'text/csv', buffer });
      await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    });
  }
});
