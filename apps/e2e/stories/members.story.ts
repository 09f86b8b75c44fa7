// A new colleague: invited by a link, in with a password, then with a second factor; and out again.
import { expect, test } from '@playwright/test';
import { expectNoAccessibilityProblem } from '../support/accessibility.ts';
import { signIn } from '../support/app.ts';
import { codeOf, untilCodeLasts } from '../support/authenticator.ts';

const PASSWORD = 'violet-harbor-under-seven-lamps';

test('an administrator invites; the colleague joins, sets up a second factor, signs in with it, and is let go', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `nina.${Date.now()}@lumiere.test`;
  await signIn(page);
  await page.goto('/settings/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('dialog').locator('code').textContent();
  await expectNoAccessibilityProblem(page);
  await page.getByRole('button', { name: 'Done' }).click();

  const colleague = await (await browser.newContext({ baseURL })).newPage();
  await colleague.goto(link ?? '');
  await colleague.getByLabel('Your name').fill('Nina Moreau');
  await colleague.getByLabel('Password').fill('password1234567');
  await colleague.getByRole('button', { name: /^Join/ }).click();
  await expect(colleague.getByRole('alert')).toContainText('tried first');
  await colleague.getByLabel('Password').fill(PASSWORD);
  await colleague.getByRole('button', { name: /^Join/ }).click();
  await expect(colleague.getByRole('heading', { name: 'Overview' })).toBeVisible();

  await colleague.goto('/settings/security');
  await colleague.getByRole('button', { name: 'Set up a second factor' }).click();
  await colleague.getByLabel('Your password').fill(PASSWORD);
  await colleague.getByRole('button', { name: 'Continue' }).click();
  await expect(colleague.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectNoAccessibilityProblem(colleague);
  const secret = await colleague.getByRole('dialog').locator('code').textContent();
  await untilCodeLasts();
  await colleague.getByLabel('Code', { exact: true }).fill(codeOf(secret ?? '', -1));
  await colleague.getByRole('button', { name: 'Turn on' }).click();
  await colleague.getByRole('button', { name: 'I have kept them' }).click();
  await expect(colleague.getByText('8 recovery codes left')).toBeVisible();

  await colleague.getByRole('button', { name: /^Account of/ }).click();
  await colleague.getByRole('menuitem', { name: 'Sign out' }).click();
  await colleague.getByLabel('E-mail').fill(email);
  await colleague.getByLabel('Password').fill(PASSWORD);
  await colleague.getByRole('button', { name: 'Sign in' }).click();
  await expect(colleague.getByLabel('Code')).toBeFocused();
  await expectNoAccessibilityProblem(colleague);
  await colleague.getByLabel('Code').fill(codeOf(secret ?? ''));
  await colleague.getByRole('button', { name: 'Continue' }).click();
  await expect(colleague.getByText('8 recovery codes left')).toBeVisible();

  await page.reload();
  await page
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('button', { name: /^Manage/ })
    .click();
  await page.getByRole('button', { name: 'Disable and sign out' }).click();
  await expect(page.getByRole('button', { name: 'Let in again' })).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByLabel('E-mail')).toBeVisible();
});
