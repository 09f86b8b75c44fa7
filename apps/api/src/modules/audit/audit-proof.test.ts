// What can be vouched for away from the server, and with which keys.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditProofWire } from '@medspasync/schemas';
import { keyRing } from '../../platform/crypto/index.ts';
import { EMPTY_CHAIN, sealedAfter } from './audit-chain.ts';
import { proofOf } from './audit-proof.ts';
import { AnchorFiles, AuditRepository, AuditTrail, checkProof, publicKeysOf, verifyChain } from './index.ts';
import { app, get, record, setUpSixEvents, spa } from './testing/six-events.ts';

setUpSixEvents();

describe('an exported page', () => {
  const exported = async (query = ''): Promise<AuditProofWire> =>
    (await get(`/audit/export${query}`).expect(200)).body;
  const keys = () => keyRing(app.platform.config.audit.keys);

  test('is checked without a database: by its signature, by its seals, and by how its events follow each other', async () => {
    const proof = await exported('?from_seq=2&limit=3');
    expect(proof.events.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    const verdict = { isSigned: true, events: 3, findings: [] };
    expect(checkProof(proof, publicKeysOf(keys()))).toEqual(verdict);
    expect(checkProof(proof, publicKeysOf(keys()), keys())).toEqual(verdict);
  });

  test('that was changed or made by somebody else is refused', async () => {
    const proof = await exported();
    const publicKeys = publicKeysOf(keys());
    const changed = structuredClone(proof);
    changed.events[1]!.payload = changed.events[1]!.payload.replace('job-2', 'job-9');
    expect(checkProof(changed, publicKeys).isSigned).toBe(false);
    expect(checkProof(changed, publicKeys, keys()).findings).toMatchObject([{ kind: 'altered', seq: 2 }]);

    const shortened = { ...proof, events: proof.events.filter(({ seq }) => seq !== 3) };
    expect(checkProof(shortened, publicKeys)).toMatchObject({
      isSigned: false,
      findings: [{ kind: 'gap', seq: 4 }],
    });

    const foreignKeys = publicKeysOf(keyRing(['w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=']));
    expect(checkProof(proof, foreignKeys).isSigned).toBe(false);
    expect(checkProof({ ...proof, public_key: 'no key' }, ['no key']).isSigned).toBe(false);
  });

  test('that somebody has made up and signed with a key of their own is refused, though it fits together', async () => {
    const theirs = keyRing(['w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=']);
    const event = sealedAfter(EMPTY_CHAIN, spa.organizationId, '{"action":"results.exported"}', theirs);
    const forged = proofOf(spa.organizationId, [event], new Date(), theirs);
    expect(checkProof(forged, publicKeysOf(theirs), theirs)).toMatchObject({ isSigned: true, findings: [] });
    expect(checkProof(forged, publicKeysOf(keys())).isSigned).toBe(false);
    const pages = [forged, await exported()];
    expect(await Promise.all(pages.map(exitCodeFor))).toEqual([1, 0]);
  });

  test('stays ours after the keys were rotated', async () => {
    const newer = 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=';
    const rotated = keyRing([newer, ...app.platform.config.audit.keys]);
    expect(checkProof(await exported(), publicKeysOf(rotated), rotated)).toMatchObject({ isSigned: true });
  });
});

/** Of the command, on a machine that has our audit keys and was told of no other. */
async function exitCodeFor(proof: AuditProofWire): Promise<number | null> {
  const { config } = app.platform;
  const file = path.join(config.localDir, `page-${proof.signature}.json`);
  await writeFile(file, JSON.stringify(proof));
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  const environment = { ...process.env, AUDIT_KEYS: config.audit.keys.join(), NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/audit-verify.ts', '--proof', file], {
    cwd,
    env: environment,
  });
  const [code] = await once(child, 'exit');
  return code as number | null;
}

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
