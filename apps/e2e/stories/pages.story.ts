// Every page, wide and narrow, light and dark: it opens, fits, logs no error, and axe finds nothing.
import { expect, type Page, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';
import { reconcile, signIn } from '../support/app.ts';

const WIDTHS = { desktop: 1440, phone: 390 };
const SCHEMES = ['light', 'dark'] as const;

/** Each with something that is there once it has loaded. */
const SETTINGS = {
  security: 'This one',
  members: '(you)',
  organization: 'Downtown',
  programs: 'No fixed value',
  names: 'Names that belong together',
  model: 'At work',
  webhooks: 'Nobody is told',
  'api-keys': 'Revoke',
  'emergency-access': 'What was opened',
};

const PUBLIC_PAGES = {
  'sign-in': 'http://localhost:3000/sign-in',
  'spent invitation': 'http://localhost:3000/accept-invitation#spent',
  'new password': 'http://localhost:3000/reset-password#spent',
  'sandbox sign-in': 'http://localhost:3001/sign-in',
  'in-browser demo': 'http://localhost:3002/',
  'public site': 'http://localhost:3003/',
  'public site, page not found': 'http://localhost:3003/nowhere',
};

async function expectGoodPage(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'nothing sticks out sideways').toBeLessThanOrEqual(0);
  await expectNoAccessibilityProblem(page);
}

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports a page that answers 404 and a link that answers 410, which are among these pages.
    if (message.type() === 'error' && !/404|410/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

for (const [device, width] of Object.entries(WIDTHS)) {
  for (const colorScheme of SCHEMES) {
    test.describe(`on a ${device}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });

      for (const [name, url] of Object.entries(PUBLIC_PAGES)) {
        test(name, async ({ page }) => {
          const errors = collectErrors(page);
          await page.goto(url);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectGoodPage(page);
          expect(errors).toEqual([]);
        });
      }

      test('the settings', async ({ page }) => {
        const errors = collectErrors(page);
        await signIn(page);
        for (const [name, words] of Object.entries(SETTINGS)) {
          await page.goto(`/settings/${name}`);
          // A page may have the same words twice, one for each width.
          await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
          await expectGoodPage(page);
        }
        expect(errors).toEqual([]);
      });

      test('the pages of staff: overview, new, history, results, review', async ({ page }) => {
        const errors = collectErrors(page);
        await signIn(page);
        await expectGoodPage(page);
        for (const address of ['/reconcile/new', '/history', '/months', '/reimbursements', '/nowhere']) {
          await page.goto(address);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await expectGoodPage(page);
        }
        await reconcile(page);
        await expectGoodPage(page);
        await page.getByRole('link', { name: /^Review \d+/ }).click();
        await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
        await page.getByRole('button', { name: 'Why?' }).click();
        await expectGoodPage(page);
        expect(errors).toEqual([]);
      });
    });
  }
}
