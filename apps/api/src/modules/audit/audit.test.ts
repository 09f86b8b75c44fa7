// Everything that can be done to the log behind the application's back, by somebody who owns the database but has no
// audit key, and how each is noticed.
import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AuditEventsWire, type AuditProofWire, AuditVerificationWire } from '@medspasync/schemas';
import pg from 'pg';
import { keyRing } from '../../platform/crypto/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { AnchorFiles, AuditRepository, AuditTrail, checkProof, publicKeyOf, verifyChain } from './index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  for (let turn = 1; turn <= 6; turn += 1) await record(`job-${turn}`);
});

const within = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(spa.organizationId, work);

const record = (id: string, trail = app.container.audit): Promise<void> =>
  within(async () => {
    const { userId } = spa.members.manager;
    const actor = { userId, sessionId: null, apiKeyId: null };
    trail.record(actor, { action: 'job.started', subject: { kind: 'job', id } });
  });

/** As the owner of the database, with the trigger out of the way. */
async function tamper(...statements: string[]): Promise<void> {
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

const get = (address: string, role: 'admin' | 'manager' | 'reviewer' | 'viewer' = 'viewer') =>
  app.http.get(address).set(spa.members[role].authorization);

const verify = async (): Promise<AuditVerificationWire> => (await get('/audit/verify').expect(200)).body;

const kindsFound = async (): Promise<[string, number][]> =>
  (await verify()).findings.map(({ kind, seq }) => [kind, seq]);

const anchorFile = () => path.join(app.platform.config.audit.anchorDir, `${spa.organizationId}.jsonl`);

test('a log that nobody touched is intact, and its verification is recorded in it', async () => {
  const before = await verify();
  expect(AuditVerificationWire.parse(before)).toEqual(before);
  expect(before).toMatchObject({ intact: true, events: 6, findings: [], anchored_seq: null });
  expect(await verify()).toMatchObject({ intact: true, events: 7 });
});

describe('is noticed', () => {
  const at = (seq: number): string => `organization_id = $org AND seq = ${seq}`;

  test('one changed byte of an event', async () => {
    await tamper(`UPDATE audit_events SET payload = replace(payload, 'job-3', 'job-2') WHERE ${at(3)}`);
    expect(await kindsFound()).toEqual([['altered', 3]]);
  });

  test('a change of what was sealed that leaves its meaning', async () => {
    await tamper(`UPDATE audit_events SET payload = payload || ' ' WHERE ${at(3)}`);
    expect(await kindsFound()).toEqual([['altered', 3]]);
  });

  test('an event removed from the middle', async () => {
    await tamper(`DELETE FROM audit_events WHERE ${at(3)}`);
    expect(await kindsFound()).toEqual([['gap', 4]]);
  });

  test('an event removed from the middle and those after it renumbered', async () => {
    await tamper(
      `DELETE FROM audit_events WHERE ${at(3)}`,
      ...[4, 5, 6].map((seq) => `UPDATE audit_events SET seq = ${seq - 1} WHERE ${at(seq)}`),
    );
    expect((await kindsFound()).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['unlinked', 'altered', 'cut']),
    );
  });

  test('the first event removed', async () => {
    await tamper(`DELETE FROM audit_events WHERE ${at(1)}`);
    expect(await kindsFound()).toEqual([['gap', 2]]);
  });

  test('the end cut off', async () => {
    await tamper(`DELETE FROM audit_events WHERE ${at(6)}`);
    expect(await kindsFound()).toEqual([['cut', 6]]);
  });

  test('the end cut off and the head set back, by the anchor', async () => {
    await app.container.auditWatch.anchorAll();
    await tamper(
      `DELETE FROM audit_events WHERE organization_id = $org AND seq > 4`,
      `UPDATE audit_chains SET last_seq = 4, last_mac = (SELECT mac FROM audit_events WHERE ${at(4)})
       WHERE organization_id = $org`,
    );
    expect(await kindsFound()).toEqual([['cut', 6]]);
  });

  test('the end cut off and grown again, by the anchor', async () => {
    await app.container.auditWatch.anchorAll();
    await tamper(
      `DELETE FROM audit_events WHERE organization_id = $org AND seq > 4`,
      `UPDATE audit_chains SET last_seq = 4, last_mac = (SELECT mac FROM audit_events WHERE ${at(4)})
       WHERE organization_id = $org`,
    );
    for (const id of ['x', 'y', 'z']) await record(id);
    expect(await kindsFound()).toEqual([['anchor', 6]]);
  });

  test('the whole log removed, by the anchor', async () => {
    await app.container.auditWatch.anchorAll();
    await tamper(
      'DELETE FROM audit_events WHERE organization_id = $org',
      'DELETE FROM audit_chains WHERE organization_id = $org',
    );
    expect(await kindsFound()).toEqual([['cut', 6]]);
  });

  test('two events swapped', async () => {
    await tamper(
      `UPDATE audit_events SET seq = 100 WHERE ${at(2)}`,
      `UPDATE audit_events SET seq = 2 WHERE ${at(3)}`,
      `UPDATE audit_events SET seq = 3 WHERE ${at(100)}`,
    );
    expect((await kindsFound()).filter(([kind]) => kind === 'altered')).toEqual([
      ['altered', 2],
      ['altered', 3],
    ]);
  });

  test('a forged event at the end, the head moved along', async () => {
    await tamper(
      `INSERT INTO audit_events (organization_id, seq, key_id, prev_mac, payload, mac)
       SELECT organization_id, 7, key_id, mac, payload, sha256(payload::bytea) FROM audit_events WHERE ${at(6)}`,
      'UPDATE audit_chains SET last_seq = 7, last_mac = (SELECT mac FROM audit_events WHERE organization_id = $org AND seq = 7) WHERE organization_id = $org',
    );
    expect(await kindsFound()).toEqual([['altered', 7]]);
  });

  test('an event added past the head', async () => {
    await tamper(
      `INSERT INTO audit_events (organization_id, seq, key_id, prev_mac, payload, mac)
       SELECT organization_id, 7, key_id, mac, payload, mac FROM audit_events WHERE ${at(6)}`,
    );
    expect(await kindsFound()).toEqual([
      ['altered', 7],
      ['head', 7],
    ]);
  });

  test('a number given twice', async () => {
    await tamper(
      'ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey',
      `INSERT INTO audit_events (organization_id, seq, key_id, prev_mac, payload, mac)
       SELECT organization_id, seq, key_id, prev_mac, payload, mac FROM audit_events WHERE ${at(4)}`,
    );
    expect(await kindsFound()).toEqual([['repeated', 4]]);
    await tamper(
      `DELETE FROM audit_events a USING audit_events b WHERE a.ctid < b.ctid AND a.organization_id = b.organization_id AND a.seq = b.seq`,
      'ALTER TABLE audit_events ADD PRIMARY KEY (organization_id, seq)',
    );
  });

  test('an event of another organization', async () => {
    const foreign = spa.organizationId;
    spa = await app.createOrganization();
    for (const id of ['a', 'b']) await record(id);
    await tamper(
      `UPDATE audit_events e SET payload = o.payload, mac = o.mac, prev_mac = o.prev_mac
       FROM audit_events o WHERE o.organization_id = '${foreign}' AND o.seq = 1 AND e.organization_id = $org AND e.seq = 1`,
    );
    expect((await kindsFound())[0]).toEqual(['altered', 1]);
  });

  test('a forged line in the anchor file', async () => {
    await app.container.auditWatch.anchorAll();
    appendFileSync(anchorFile(), readFileSync(anchorFile(), 'utf8').replace('"seq":6', '"seq":5'));
    expect(await kindsFound()).toEqual([['anchor', 0]]);
  });
});

test('heads are anchored when they have moved, and a head that was not recorded never is', async () => {
  await app.container.auditWatch.anchorAll();
  await app.container.auditWatch.anchorAll();
  expect(readFileSync(anchorFile(), 'utf8').trim().split('\n')).toHaveLength(1);
  expect(await verify()).toMatchObject({ intact: true, anchors: 1, anchored_seq: 6 });

  await tamper("UPDATE audit_events SET payload = payload || ' ' WHERE organization_id = $org AND seq = 7");
  await app.container.auditWatch.anchorAll();
  expect(readFileSync(anchorFile(), 'utf8').trim().split('\n')).toHaveLength(1);
});

test('the nightly verification counts broken logs', async () => {
  const broken = await app.container.auditWatch.verifyAll();
  await tamper('DELETE FROM audit_events WHERE organization_id = $org AND seq = 2');
  expect(await app.container.auditWatch.verifyAll()).toBe(broken + 1);
  const { text } = await app.http.get('/metrics').expect(200);
  expect(text).toContain(`audit_chains_broken ${broken + 1}`);
});

test('keys can be rotated in the middle of a chain; without the old one its events cannot be vouched for', async () => {
  const [older] = app.platform.config.audit.keys;
  const newer = 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=';
  const { withinOrganization } = app.platform.database;
  const repository = new AuditRepository();
  const needsWith = (...encoded: string[]) => {
    const keys = keyRing(encoded);
    const anchors = new AnchorFiles(app.platform.config.audit.anchorDir, keys);
    return { anchors, keys, repository, withinOrganization };
  };
  const rotated = needsWith(newer, older!);
  await record('after the rotation', new AuditTrail(repository, rotated.keys));
  expect(await verifyChain(spa.organizationId, rotated)).toMatchObject({ intact: true, events: 7 });
  const { findings } = await verifyChain(spa.organizationId, needsWith(newer));
  expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'unknown_key'));
});

describe('an exported page', () => {
  const exported = async (query = ''): Promise<AuditProofWire> =>
    (await get(`/audit/export${query}`).expect(200)).body;
  const keys = () => keyRing(app.platform.config.audit.keys);

  test('is checked without a database: by its signature, by its seals, and by how its events follow each other', async () => {
    const proof = await exported('?from_seq=2&limit=3');
    expect(proof.events.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    const verdict = { isSigned: true, events: 3, findings: [] };
    expect(checkProof(proof, publicKeyOf(keys()))).toEqual(verdict);
    expect(checkProof(proof, publicKeyOf(keys()), keys())).toEqual(verdict);
  });

  test('that was changed or made by somebody else is refused', async () => {
    const proof = await exported();
    const publicKey = publicKeyOf(keys());
    const changed = structuredClone(proof);
    changed.events[1]!.payload = changed.events[1]!.payload.replace('job-2', 'job-9');
    expect(checkProof(changed, publicKey).isSigned).toBe(false);
    expect(checkProof(changed, publicKey, keys()).findings).toMatchObject([{ kind: 'altered', seq: 2 }]);

    const shortened = { ...proof, events: proof.events.filter(({ seq }) => seq !== 3) };
    expect(checkProof(shortened, publicKey)).toMatchObject({
      isSigned: false,
      findings: [{ kind: 'gap', seq: 4 }],
    });

    const foreignKey = publicKeyOf(keyRing(['w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=']));
    expect(checkProof(proof, foreignKey).isSigned).toBe(false);
    expect(checkProof(proof, 'no key').isSigned).toBe(false);
  });
});

describe('the list', () => {
  test('shows who did what, the newest first, and is paged', async () => {
    const { body } = await get('/audit?limit=2&page=2').expect(200);
    expect(AuditEventsWire.parse(body)).toEqual(body);
    expect(body).toMatchObject({ page: 2, limit: 2, total_events: 6 });
    expect(body.events.map(({ seq }: { seq: number }) => seq)).toEqual([4, 3]);
    expect(body.events[0]).toMatchObject({
      action: 'job.started',
      actor: { user_id: spa.members.manager.userId, name: 'The manager' },
      subject: { kind: 'job', id: 'job-4' },
    });
  });

  test('is narrowed by action, person, subject and time', async () => {
    const total = async (query: string): Promise<number> =>
      (await get(`/audit?${query}`).expect(200)).body.total_events;
    expect(await total('action=results.read')).toBe(0);
    expect(await total('action=job.started')).toBe(6);
    expect(await total(`user_id=${spa.members.manager.userId}`)).toBe(6);
    expect(await total(`user_id=${randomUUID()}`)).toBe(0);
    expect(await total('subject_id=job-5')).toBe(1);
    expect(await total(`until=2020-01-01T00:00:00Z`)).toBe(0);
    expect(await total(`from=2020-01-01T00:00:00Z`)).toBe(6);
    expect(await total(`action=${encodeURIComponent("' OR 1=1--")}`)).toBe(0);
  });

  test('is for administrators and viewers, of their own organization', async () => {
    await get('/audit', 'admin').expect(200);
    await get('/audit', 'manager').expect(403);
    await get('/audit/verify', 'reviewer').expect(403);
    const other = await app.createOrganization();
    const { body } = await app.http.get('/audit').set(other.members.viewer.authorization).expect(200);
    expect(body.total_events).toBe(0);
  });
});

test('an anchor file that cannot be read as one is reported, not trusted', async () => {
  await app.container.auditWatch.anchorAll();
  writeFileSync(anchorFile(), 'not json\n');
  expect(await kindsFound()).toEqual([['anchor', 0]]);
});
