// Everything that can be done to the log behind the application's back, by somebody who owns the database but has no
// audit key, and how each is noticed.
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AuditVerificationWire } from '@medspasync/schemas';
import {
  anchorFile,
  app,
  kindsFound,
  record,
  setUpSixEvents,
  spa,
  startLog,
  tamper,
  verify,
} from './testing/six-events.ts';
import { verifyChain } from './verify-chain.ts';

setUpSixEvents();

test('a log that nobody touched is intact, and its verification is recorded in it', async () => {
  const before = await verify();
  expect(AuditVerificationWire.parse(before)).toEqual(before);
  expect(before).toMatchObject({ intact: true, events: 6, findings: [], anchored_seq: null });
  expect(await verify()).toMatchObject({ intact: true, events: 7 });
});

describe('is noticed', () => {
  const at = (seq: number): string => `organization_id = $org AND seq = ${seq}`;
  const anchorAndCutOff = async () => {
    await app.container.auditWatch.anchorAll();
    await tamper(
      `DELETE FROM audit_events WHERE organization_id = $org AND seq > 4`,
      `UPDATE audit_chains SET last_seq = 4, last_mac = (SELECT mac FROM audit_events WHERE ${at(4)})
       WHERE organization_id = $org`,
    );
  };

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
    await anchorAndCutOff();
    expect(await kindsFound()).toEqual([['cut', 6]]);
  });

  test('the end cut off and grown again, by the anchor', async () => {
    await anchorAndCutOff();
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

  test('the whole log of an organization removed, at night too, though nothing of it is left', async () => {
    await app.container.auditWatch.anchorAll();
    const broken = await app.container.auditWatch.verifyAll();
    await tamper(
      'DELETE FROM audit_events WHERE organization_id = $org',
      'DELETE FROM audit_chains WHERE organization_id = $org',
    );
    expect(await app.container.auditWatch.verifyAll()).toBe(broken + 1);
    rmSync(anchorFile());
  });

  test('the anchors of a log that had them, taken away', async () => {
    await app.container.auditWatch.anchorAll();
    rmSync(anchorFile());
    const inThreeHours = Date.now() + 3 * 3_600_000;
    const { findings } = await verifyChain(spa.organizationId, app.container.auditChains, inThreeHours);
    expect(findings.map(({ kind, seq }) => [kind, seq])).toEqual([['anchor', 0]]);
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
    await startLog();
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

test('an anchor file that cannot be read as one is reported, not trusted', async () => {
  await app.container.auditWatch.anchorAll();
  writeFileSync(anchorFile(), 'not json\n');
  expect(await kindsFound()).toEqual([['anchor', 0]]);
});

test('the nightly verification counts broken logs', async () => {
  const broken = await app.container.auditWatch.verifyAll();
  await tamper('DELETE FROM audit_events WHERE organization_id = $org AND seq = 2');
  expect(await app.container.auditWatch.verifyAll()).toBe(broken + 1);
  const { text } = await app.http.get('/metrics').expect(200);
  expect(text).toContain(`audit_chains_broken ${broken + 1}`);
});
