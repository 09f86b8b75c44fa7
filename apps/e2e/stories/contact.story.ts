// A visitor of the public site writes to us.
import { expect, type Page, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';

const SITE = 'http://localhost:3003/';

const send = (page: Page) => page.getByRole('button', { name: 'Send the message' });

async function write(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Maria Santos');
  await page.getByLabel('E-mail').fill('maria@glow.test');
  await page.getByLabel('About').selectOption('A demo');
  await page.getByLabel('Message').fill('We run three locations and would like a demo.');
}

test('what is missing is said at each field, and the message arrives once it is complete', async ({
  page,
}) => {
  await page.goto(SITE);
  await send(page).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Enter your name.');
  await expect(page.getByLabel('Message')).toHaveAccessibleDescription(
    'Name no patient. Write your message.',
  );
  await expectNoAccessibilityProblem(page);
  await write(page);
  await expect(page.getByText('Enter your name.')).toBeHidden();
  await send(page).click();
  await expect(page.getByText('Thank you. Your message has arrived')).toBeFocused();
});

test('what was written stays, and is sent as the same message, when the server was not there', async ({
  page,
}) => {
  const keys: (string | undefined)[] = [];
  await page.route('**/api/v1/contact', (route) => {
    const request = route.request();
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    return route.abort();
  });
  await page.goto(SITE);
  await write(page);
  await send(page).click();
  await expect(page.getByText('The message could not be sent.')).toBeVisible();
  await send(page).click();
  await expect.poll(() => keys.length).toBe(2);
  expect(keys[0]).toBe(keys[1]);
  await expect(page.getByLabel('Message')).toHaveValue(/three locations/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no form pretends to work, and another way is named', async ({ page }) => {
    await page.goto(SITE);
    await expect(page.getByText('The form needs JavaScript')).toBeVisible();
    await expect(send(page)).toBeHidden();
  });
});
