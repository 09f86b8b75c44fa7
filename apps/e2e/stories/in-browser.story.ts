// The promise of the in-browser demo: a visitor's two files are matched inside the page, and nothing leaves it.
import { readFileSync } from 'node:fs';
import { generateBooks } from '@medspasync/test-kit';
import { expect, type Page, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';
import { type BookFiles, bookFiles, csvFile } from '../support/books.ts';
import { chooseFiles, DEMO, dropFiles, filesOf, findMatches, saveMatches } from '../support/in-browser.ts';
import { matchesInNode, readMatches } from '../support/matches.ts';
import { mayBeAsked, watchNetwork } from '../support/network.ts';

test('a visitor drops two files and sees matches, and nothing of them leaves the page', async ({
  page,
}, testInfo) => {
  const { requests, connections } = await watchNetwork(page);
  await page.goto(DEMO);
  await dropFiles(page, bookFiles(), testInfo.outputPath('files'));
  await expect(page.getByText('Square · Transactions')).toBeVisible();
  await findMatches(page);

  await expect(page.getByText('Redeemed', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /^Matched/ }).click();
  await page.getByRole('row').nth(1).getByRole('button').click();
  await expect(page.getByRole('dialog').getByText('Patient name')).toBeVisible();
  await page.keyboard.press('Escape');
  await saveMatches(page);

  // The worker is watched too: it was seen fetching the model.
  expect(requests.some((request) => request.url().endsWith('.onnx'))).toBe(true);
  const known = mayBeAsked();
  const unknown = requests.map((request) => request.url()).filter((url) => !known.has(url));
  expect(unknown).toEqual([]);
  const sending = requests.filter((request) => request.method() !== 'GET' || request.postData() !== null);
  expect(sending.map((request) => `${request.method()} ${request.url()}`)).toEqual([]);
  expect(connections).toEqual([]);
});

test('the thread that reads the files may speak to the server of the page only', async ({ page }) => {
  await page.goto(DEMO);
  const worker = page.waitForEvent('worker');
  await chooseFiles(page, bookFiles());
  const outcome = await (await worker).evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        fetch('http://localhost:8000/health/quick', { mode: 'no-cors' }).then(
          () => resolve('answered'),
          () => undefined,
        );
      }),
  );
  expect(outcome).toBe('connect-src');
});

test('once both files are read, the matching needs no network at all', async ({ page, context }) => {
  await page.goto(DEMO);
  const loaded = page.context().waitForEvent('requestfinished', (request) => request.url().endsWith('.wasm'));
  await chooseFiles(page, bookFiles());
  await loaded;
  await context.setOffline(true);
  await findMatches(page);
  await expect(page.getByRole('tab', { name: /^Matched/ })).toBeVisible();
});

/** The same matches in the same order, and probabilities within a millionth. */
async function expectWhatNodeFinds(page: Page, files: BookFiles): Promise<void> {
  const inBrowser = readMatches(readFileSync(await saveMatches(page), 'utf8'));
  const inNode = await matchesInNode(files);
  expect(inBrowser.map(({ pair }) => pair)).toEqual(inNode.map(({ pair }) => pair));
  const apart = inNode.map(({ probability }, row) => Math.abs(probability - inBrowser[row]!.probability));
  expect(apart.reduce((most, distance) => Math.max(most, distance), 0)).toBeLessThanOrEqual(1e-6);
}

for (const difficulty of ['easy', 'hard'] as const) {
  test(`a tab finds what the server’s engine finds in a book that is ${difficulty}: the same matches, the same probabilities`, async ({
    page,
  }) => {
    const books = generateBooks({ seed: 2_000, rewards: 2_000, process: 'front-desk', difficulty });
    const files = filesOf(books, books.pos.length);
    await page.goto(DEMO);
    await chooseFiles(page, files);
    await findMatches(page, 120_000);
    await expectWhatNodeFinds(page, files);
  });
}

test('10,000 rewards against 10,000 sales leave the page answering, and find what the server’s engine finds', async ({
  page,
}) => {
  const files = filesOf(generateBooks({ seed: 10_000, rewards: 10_000, process: 'portal-clerk' }), 10_000);
  await page.goto(DEMO);
  await chooseFiles(page, files);
  await page.evaluate(() => {
    const pulse = { frames: 0, longestTaskMs: 0 };
    Object.assign(globalThis, { pulse });
    const beat = () => {
      pulse.frames += 1;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        pulse.longestTaskMs = Math.max(pulse.longestTaskMs, duration);
    }).observe({ type: 'longtask' });
  });
  const pulse = () =>
    page.evaluate(
      () => (globalThis as unknown as { pulse: { frames: number; longestTaskMs: number } }).pulse,
    );

  await page.getByRole('button', { name: 'Find the matches' }).click();
  await expect(page.getByRole('progressbar', { name: 'Matching' })).toBeVisible();
  const atStart = (await pulse()).frames;
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible({ timeout: 180_000 });
  const { frames, longestTaskMs } = await pulse();
  expect(frames - atStart).toBeGreaterThan(20);
  // Generous, because two cores also run the worker: without the worker the page would stand still for seconds.
  expect(longestTaskMs).toBeLessThan(1_000);

  await page.getByRole('tab', { name: /^All/ }).click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText(/^51–100 of /)).toBeVisible();
  await expectWhatNodeFinds(page, files);
});

test('a file whose days were read as months is told by the pairs it makes', async ({ page }) => {
  const books = generateBooks({ seed: 31, rewards: 300, process: 'front-desk', difficulty: 'easy' });
  const wrongWayRound = books.rewards.map((row) => {
    const [year, month, day] = row.date!.slice(0, 10).split('-');
    return Number(day) > 12 ? row : { ...row, date: `${year}-${day}-${month}` };
  });
  await page.goto(DEMO);
  await chooseFiles(page, filesOf({ ...books, rewards: wrongWayRound }, books.pos.length));
  await findMatches(page);
  await expect(page.getByText('Day and month seem exchanged in one of the files')).toBeVisible();
});

test('a run that is cancelled stops, and the files are still there for another', async ({ page }) => {
  const files = filesOf(generateBooks({ seed: 11, rewards: 5_000, process: 'front-desk' }), 5_000);
  await page.goto(DEMO);
  await chooseFiles(page, files);
  await page.getByRole('button', { name: 'Find the matches' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar', { name: 'Matching' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Results' })).toBeHidden();
  await findMatches(page, 120_000);
});

test('a visitor without files tries the sample by keyboard alone', async ({ page }) => {
  await page.goto(DEMO);
  await page.getByRole('button', { name: 'Try with sample data' }).focus();
  await page.keyboard.press('Enter');
  const start = page.getByRole('button', { name: 'Find the matches' });
  await expect(start).toBeEnabled();
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Results' })).toBeFocused({ timeout: 60_000 });
});

test('a file that cannot be read gets an answer that helps', async ({ page }) => {
  await page.goto(DEMO);
  const rewards = page.getByLabel('Loyalty rewards file', { exact: true });
  const workbook = { name: 'sales.xlsx', mimeType: '', buffer: Buffer.from('504b0304', 'hex') };
  await rewards.setInputFiles(workbook);
  await expect(page.getByRole('alert').filter({ hasText: 'save it as CSV' })).toBeVisible();
  await rewards.setInputFiles(csvFile('empty.csv', ''));
  await expect(page.getByRole('alert').filter({ hasText: 'empty.csv is empty' })).toBeVisible();
  await rewards.setInputFiles(
    csvFile(
      'rewards.csv',
      'customer_name,amount,date\r\nAna Reyes,20.00,2026-10-13\r\nBo Lee,much,2026-10-14\r\n',
    ),
  );
  await page.getByText('1 row skipped').click();
  await expect(page.getByRole('list', { name: 'Skipped rows' })).toContainText('Row 3, amount');
});

for (const [device, width, colorScheme] of [
  ['desktop', 1440, 'light'],
  ['phone', 390, 'dark'],
] as const) {
  test.describe(`on a ${device}, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test('the workbench, its results and a row fit, log no error, and axe finds nothing', async ({
      page,
    }) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(DEMO);
      await chooseFiles(page, bookFiles());
      await expectNoAccessibilityProblem(page);
      await findMatches(page);
      await page.getByRole('row').nth(1).getByRole('button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoAccessibilityProblem(page);
      await page.keyboard.press('Escape');
      await expectNoAccessibilityProblem(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'nothing sticks out sideways').toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    });
  });
}
