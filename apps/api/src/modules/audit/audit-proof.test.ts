// What can be vouched for away from the server, and with which keys.
import type { AuditProofWire } from '@medspasync/schemas';
import { keyRing } from '../../platform/crypto/index.ts';
import { AnchorFiles, AuditRepository, AuditTrail, checkProof, publicKeyOf, verifyChain } from './index.ts';
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
