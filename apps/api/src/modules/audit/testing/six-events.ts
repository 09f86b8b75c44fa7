// A log of six events, and the hands of somebody who owns the database but has no audit key.
import path from 'node:path';
import type { AuditVerificationWire } from '@medspasync/schemas';
import pg from 'pg';
import { startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

export let app: TestApp;
export let spa: TestOrganization;

/** Gives every test of a file a spa of its own, in whose log six jobs were started. */
export function setUpSixEvents(): void {
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  beforeEach(startLog);
}

export async function startLog(): Promise<void> {
  spa = await app.createOrganization();
  for (let turn = 1; turn <= 6; turn += 1) await record(`job-${turn}`);
}

const within = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(spa.organizationId, work);

export const record = (id: string, trail = app.container.audit): Promise<void> =>
  within(async () => {
    const { userId } = spa.members.manager;
    const actor = { userId, sessionId: null, apiKeyId: null };
    trail.record(actor, { action: 'job.started', subject: { kind: 'job', id } });
  });

/** As the owner of the database, with the trigger out of the way. */
export async function tamper(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: app.platform.ownerUrl });
  await client.connect();
  try {
    await client.query('ALTER TABLE audit_events DISABLE TRIGGER append_only');
    for (const statement of statements)
      await client.query(statement.replaceAll('$org', `'${spa.organizationId}'`));
  } finally {
    await client.query('ALTER TABLE audit_events ENABLE TRIGGER append_only');
    await client.end();
  }
}

export const get = (address: string, role: 'admin' | 'manager' | 'reviewer' | 'viewer' = 'viewer') =>
  app.http.get(address).set(spa.members[role].authorization);

export const verify = async (): Promise<AuditVerificationWire> =>
  (await get('/audit/verify').expect(200)).body;

export const kindsFound = async (): Promise<[string, number][]> =>
  (await verify()).findings.map(({ kind, seq }) => [kind, seq]);

export const anchorFile = () => path.join(app.platform.config.audit.anchorDir, `${spa.organizationId}.jsonl`);
