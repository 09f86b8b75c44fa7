// An emergency: a manager without patient access opens it for a reason, the administrator is told at once and reviews it.
import { expect, test } from '@playwright/test';
import { signIn } from '../support/app.ts';
import { readSandbox } from '../support/sandbox.ts';

test('a manager who sees no patients opens emergency access; the administrator hears of it and reviews it', async ({
  page,
  browser,
  baseURL,
}) => {
  const setPatientAccess = async (on: boolean) => {
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Manage Marcus Reid' }).click();
    await page.getByRole('switch').click();
    await expect(page.getByRole('switch')).toBeChecked({ checked: on });
    await page.keyboard.press('Escape');
  };
  await signIn(page);
  await setPatientAccess(false);

  const manager = await (await browser.newContext({ baseURL })).newPage();
  await manager.goto('/');
  await manager.getByLabel('E-mail').fill('sandbox-manager@medspasync.test');
  await manager.getByLabel('Password').fill(readSandbox().password);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  await expect(manager.getByText('You see no data of patients')).toBeVisible();
  await manager.getByRole('link', { name: 'It is an emergency' }).click();
  await manager.getByLabel('Reason').fill('A claim is due today and nobody else is here.');
  await manager.getByRole('button', { name: 'Open emergency access' }).click();
  await expect(manager.getByRole('button', { name: 'Give back' })).toBeVisible();

  await expect(page.getByText('Emergency access was opened').first()).toBeVisible();
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('heading', { name: 'Emergency access' })).toBeVisible();
  await manager.getByRole('link', { name: 'History' }).first().click();
  await expect(
    manager.getByRole('region', { name: 'Reconciliations' }).getByRole('link').first(),
  ).toBeVisible();

  await manager.goto('/settings/emergency-access');
  await manager.getByRole('button', { name: 'Give back' }).click();
  await expect(manager.getByText('To be reviewed').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Review' }).first().click();
  await page.getByLabel('What you found').fill('The claim of March was read, as it says.');
  await page.getByRole('button', { name: 'Note the review' }).click();
  await expect(page.getByText('Reviewed', { exact: true }).first()).toBeVisible();
  await setPatientAccess(true);
});
