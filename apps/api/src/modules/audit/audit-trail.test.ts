import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../../platform/crypto/index.ts';
import { asOneStep, currentEntityManager } from '../../platform/database/index.ts';
import { insert, startTestApp, type TestApp } from '../../testing/index.ts';
import { SYSTEM } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const within = <T>(organizationId: string, work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(organizationId, work);

const record = (id: string) =>
  app.container.audit.record(SYSTEM, { action: 'job.started', subject: { kind: 'job', id } });

const seqs = (organizationId: string): Promise<number[]> =>
  within(organizationId, async () => {
    const rows = await currentEntityManager().query('SELECT seq::int FROM audit_events ORDER BY seq');
    return rows.map(({ seq }: { seq: number }) => seq);
  });

test('an event keeps who, what and when in canonical JSON', async () => {
  const organizationId = randomUUID();
  const userId = randomUUID();
  await within(organizationId, async () => {
    const actor = { userId, sessionId: null, apiKeyId: null };
    app.container.audit.record(actor, {
      action: 'results.read',
      subject: { kind: 'job', id: 'j' },
      detail: { rows: 3, page: 1 },
    });
  });
  const [event] = await within(organizationId, () =>
    currentEntityManager().query('SELECT payload, action, user_id, subject_id FROM audit_events'),
  );
  const payload = JSON.parse(event.payload);
  expect(event.payload).toBe(canonicalJson(payload));
  expect(payload).toEqual({
    action: 'results.read',
    actor: { user_id: userId, session_id: null, api_key_id: null },
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    detail: { rows: 3, page: 1 },
    subject: { kind: 'job', id: 'j' },
  });
  expect(event).toMatchObject({ action: 'results.read', user_id: userId, subject_id: 'j' });
});

test('of a step that is taken back nothing is recorded, and the transaction goes on', async () => {
  const organizationId = randomUUID();
  const refused = () =>
    asOneStep(async () => {
      record('refused');
      throw new Error('refused');
    }).catch(() => undefined);
  await within(organizationId, refused);
  await within(organizationId, async () => {
    await refused();
    record('done');
    await refused();
  });
  const events = await within(organizationId, () =>
    currentEntityManager().query('SELECT seq::int, subject_id FROM audit_events'),
  );
  expect(events).toEqual([{ seq: 1, subject_id: 'done' }]);
});

test('an event of a change that is rolled back is rolled back with it, and leaves no gap', async () => {
  const organizationId = randomUUID();
  await within(organizationId, async () => record('first'));
  const broken = within(organizationId, async () => {
    record('lost');
    await insert('locations', { organization_id: organizationId, id: 'no uuid' });
  });
  await expect(broken).rejects.toThrow();
  await within(organizationId, async () => record('second'));
  expect(await seqs(organizationId)).toEqual([1, 2]);
});

test('a change whose event cannot be written is rolled back', async () => {
  const organizationId = randomUUID();
  await within(organizationId, () => insert('organizations', { id: organizationId, name: 'Glow' }));
  const change = within(organizationId, async () => {
    await insert('locations', {
      organization_id: organizationId,
      id: randomUUID(),
      name: 'X',
      time_zone: 'UTC',
    });
    app.container.audit.record(SYSTEM, { action: 'job.started', detail: { broken: '\ud800' } });
  });
  await expect(change).rejects.toThrow(/canonical/);
  const locations = await within(organizationId, () => currentEntityManager().query('SELECT FROM locations'));
  expect(locations).toEqual([]);
});

test('50 writers at once leave a chain without a gap', async () => {
  const organizationId = randomUUID();
  await Promise.all(
    Array.from({ length: 50 }, (_, turn) =>
      within(organizationId, async () => {
        record(`${turn}`);
        if (turn % 2) record(`${turn} again`);
      }),
    ),
  );
  expect(await seqs(organizationId)).toEqual(Array.from({ length: 75 }, (_, index) => index + 1));
});

test.each([
  'UPDATE audit_events SET payload = payload',
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
  'DELETE FROM audit_chains',
])('the application may not: %s', async (statement) => {
  const organizationId = randomUUID();
  await within(organizationId, async () => record('it'));
  const attempt = within(organizationId, () => currentEntityManager().query(statement));
  await expect(attempt).rejects.toMatchObject({ code: '42501' });
});

test('outside of a transaction nothing can be recorded', () => {
  expect(() => record('it')).toThrow(/no organization/);
});
