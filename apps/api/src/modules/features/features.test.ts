import { FEATURE_NAMES } from '@medspasync/schemas';
import { insert, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const change = (features: object, organization = spa) =>
  app.http
    .patch('/organizations/current/features')
    .set(organization.members.admin.authorization)
    .send(features);

const sessionFeatures = async (organization = spa) => {
  const { authorization } = organization.members.viewer;
  const { body } = await app.http.get('/auth/session').set(authorization).expect(200);
  return body.features;
};

test('without a word from anybody every feature is as declared, and the session says so', async () => {
  expect(await sessionFeatures()).toEqual({ ai_reconciliation: true, model_training: true });
  const { authorization } = spa.members.viewer;
  const { body } = await app.http.get('/organizations/current/features').set(authorization).expect(200);
  expect(body.features.map(({ name }: { name: string }) => name)).toEqual(FEATURE_NAMES);
  expect(body.features[0]).toMatchObject({ is_on: true, is_on_by_default: true, is_overridden: false });
});

test('an administrator turns a feature off for everybody of the organization, and for nobody else', async () => {
  const other = await app.createOrganization('Zen');
  await change({ ai_reconciliation: false }).expect(200);
  expect(await sessionFeatures()).toEqual({ ai_reconciliation: false, model_training: true });
  expect(await sessionFeatures(other)).toEqual({ ai_reconciliation: true, model_training: true });
});

test('null goes back to the default', async () => {
  await change({ ai_reconciliation: false }).expect(200);
  const { body } = await change({ ai_reconciliation: null }).expect(200);
  expect(body.features[0]).toMatchObject({ is_on: true, is_overridden: false });
});

test('a feature that nobody has declared is refused, and nothing is changed', async () => {
  const { body } = await change({ ai_reconciliation: false, moon_landing: true }).expect(422);
  expect(body.code).toBe('request.invalid');
  expect(await sessionFeatures()).toMatchObject({ ai_reconciliation: true });
});

test('an override of a feature that is no more is passed over', async () => {
  const { organizationId } = spa;
  await app.platform.database.withinOrganization(organizationId, () =>
    insert('feature_overrides', { organization_id: organizationId, name: 'moon_landing', is_on: true }),
  );
  expect(Object.keys(await sessionFeatures()).sort()).toEqual([...FEATURE_NAMES].sort());
});

test('the audit log says who turned what on and off', async () => {
  await change({ ai_reconciliation: false, model_training: null }).expect(200);
  const { body } = await app.http.get('/audit').set(spa.members.admin.authorization).expect(200);
  expect(body.events[0]).toMatchObject({
    action: 'setting.changed',
    actor: { user_id: spa.members.admin.userId },
    detail: { ai_reconciliation: false, model_training: null },
  });
});

const TRANSACTION = { customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' };

test.each([
  [
    'ai_reconciliation',
    '/reconcile/start',
    { reward_transactions: [TRANSACTION], pos_transactions: [TRANSACTION] },
  ],
  [
    'model_training',
    '/model/train',
    {
      training_data: Array.from({ length: 10 }, (_, index) => ({
        reward_transaction: TRANSACTION,
        pos_transaction: TRANSACTION,
        is_match: index % 2 === 0,
      })),
    },
  ],
])('with %s turned off, %s is refused whatever the app offers', async (name, path, request) => {
  await change({ [name]: false }).expect(200);
  const { body } = await app.http.post(path).set(spa.members.admin.authorization).send(request).expect(403);
  expect(body.code).toBe('feature.off');
});
