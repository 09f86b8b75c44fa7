import { randomUUID } from 'node:crypto';
import { fernetTimestamp, InvalidToken } from './fernet.ts';
import { keyRing } from './key-ring.ts';
import { MissingKey, PatientSeal, type Place } from './patient-seal.ts';
import { sha256 } from './tokens.ts';

const OLD = 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0=';
const NEW = 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=';
const sealWith = (...keys: string[]): PatientSeal => new PatientSeal(keyRing(keys));

const place: Place = {
  organizationId: randomUUID(),
  table: 'transactions',
  rowId: randomUUID(),
  column: 'patient',
};
const patient = { customer_name: 'Zoë Ångström', customer_phone: '+15550100' };

test('what was sealed opens in its place', () => {
  const seal = sealWith(OLD);
  const token = seal.sealJson(place, patient);
  for (const words of Object.values(patient)) {
    expect(token).not.toContain(words);
    expect(Buffer.from(token, 'base64url').toString()).not.toContain(words);
  }
  expect(seal.openJson(place, { keyId: seal.keyId, token })).toEqual(patient);
});

test.each([
  ['organization', { organizationId: randomUUID() }],
  ['table', { table: 'decisions' }],
  ['row', { rowId: randomUUID() }],
  ['column', { column: 'note' }],
])('a token moved to another %s does not open', (_what, moved) => {
  const seal = sealWith(OLD);
  const sealed = { keyId: seal.keyId, token: seal.sealJson(place, patient) };
  expect(() => seal.open({ ...place, ...moved }, sealed)).toThrow(InvalidToken);
});

test('during a rotation old tokens open, new ones are sealed with the new key, and resealing keeps the time', () => {
  const before = sealWith(OLD);
  const old = { keyId: before.keyId, token: before.sealJson(place, patient) };
  const during = sealWith(NEW, OLD);
  expect(during.openJson(place, old)).toEqual(patient);
  const token = during.reseal(place, old);
  expect(fernetTimestamp(token)).toBe(fernetTimestamp(old.token));

  const after = sealWith(NEW);
  expect(after.openJson(place, { keyId: after.keyId, token })).toEqual(patient);
  expect(() => after.open(place, old)).toThrow(MissingKey);
});

test('a digest tells the same text again, also after a rotation, and is no plain hash of it', () => {
  const before = sealWith(OLD);
  const digest = before.digest('Zoë');
  expect(sealWith(NEW, OLD).isDigestOf(digest, 'Zoë')).toBe(true);
  expect(before.isDigestOf(digest, 'Zoe')).toBe(false);
  expect(sealWith(NEW).isDigestOf(digest, 'Zoë')).toBe(false);
  expect(digest).not.toEqual(sha256('Zoë'));
});
