import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PaymentWire } from '@medspasync/schemas';
import { startTestApp, type TestApp } from '../testing/index.ts';
import { SANDBOX_ORGANIZATION_ID, type SandboxReport, seedSandbox } from './seed-sandbox.ts';

const TODAY = new Date('2026-03-31T15:00:00Z');

let app: TestApp;
let report: SandboxReport;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  report = await seedSandbox(app.platform, app.container, TODAY);
});
afterAll(() => app.close());

const file = () => path.join(app.platform.config.localDir, 'sandbox.json');
const signIn = () => JSON.parse(readFileSync(file(), 'utf8'));

async function asAdmin(route: string) {
  const { email, password } = signIn();
  const { body } = await app.http.post('/auth/login').send({ email, password }).expect(200);
  const answer = await app.http.get(route).set('Authorization', `Bearer ${body.access_token}`).expect(200);
  return answer.body;
}

test('two months are reconciled: most rewards match, some wait for a person, some are missing', () => {
  expect(report.organization).toBe('Lumière Med Spa');
  expect(report.rewards).toBeGreaterThan(300);
  expect(report.matches_found).toBeGreaterThan(report.rewards * 0.7);
  expect(report.review_required).toBeGreaterThan(0);
  expect(report.unmatched_amount).toBeGreaterThan(0);
});

test('the older weeks are paid back, and one payment falls short of what it pays', async () => {
  const { payments } = await asAdmin('/reimbursements/payments?limit=100');
  const results = payments.map(({ result }: PaymentWire) => result);
  expect(results.length).toBeGreaterThan(20);
  expect(results.filter((result: string) => result === 'settled')).toHaveLength(results.length - 1);
  expect(results).toContain('review');
});

test('the printed sign-in works, and only its owner can read it', async () => {
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(signIn().password.length).toBeGreaterThanOrEqual(15);
  const organization = await asAdmin('/organizations/current');
  expect(organization).toMatchObject({ name: 'Lumière Med Spa', is_sandbox: true });
  expect(organization.locations).toHaveLength(3);
  const { members } = await asAdmin('/organizations/current/members');
  expect(members.map(({ role }: { role: string }) => role).sort()).toEqual([
    'admin',
    'manager',
    'reviewer',
    'viewer',
  ]);
  await app.http.get('/organizations/current').set('X-API-Key', signIn().api_key).expect(200);
});

test('its files were read by the importer as a spa’s would be', async () => {
  const { uploads } = await asAdmin('/uploads');
  expect(uploads.map(({ layout_name }: { layout_name: string }) => layout_name)).toContain(
    'Square · Transactions',
  );
  for (const { skipped_count } of uploads) expect(skipped_count).toBe(0);
});

test('seeding again leaves one sandbox with the same figures and the same sign-in', async () => {
  const before = signIn();
  const again = await seedSandbox(app.platform, app.container, TODAY);
  expect({ ...again, job_id: '' }).toEqual({ ...report, job_id: '' });
  expect(signIn()).toEqual(before);
  expect(await asAdmin('/reconcile/history')).toMatchObject({ total_returned: 1 });
  expect((await asAdmin('/uploads')).total_returned).toBe(3);
});

test('seeding touches no other organization', async () => {
  const spa = await app.createOrganization();
  await seedSandbox(app.platform, app.container, TODAY);
  const { body } = await app.http
    .get('/organizations/current/members')
    .set(spa.members.admin.authorization)
    .expect(200);
  expect(body.members).toHaveLength(4);
  expect(spa.organizationId).not.toBe(SANDBOX_ORGANIZATION_ID);
});

test('outside development there is no sandbox', async () => {
  const staging = await startTestApp({ environment: { ENVIRONMENT: 'staging' } });
  await expect(seedSandbox(staging.platform, staging.container, TODAY)).rejects.toThrow(/for development/);
  await staging.close();
});
