import { randomUUID } from 'node:crypto';
import { BlindIndex, isFoundBy, type Patient } from './blind-index.ts';
import { keyRing } from './key-ring.ts';

const OLD = 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0=';
const NEW = 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=';
const organizationId = randomUUID();
const index = new BlindIndex(keyRing([OLD]), organizationId);

const finds = (of: BlindIndex, stored: readonly string[], text: string): boolean =>
  of.searches(text).some((hashes) => hashes.every((hash) => stored.includes(hash)));

const zoe: Patient = {
  customerName: 'Zoë Ångström-Lee',
  customerPhone: '(555) 010-1234',
  customerEmail: 'Zoe@Example.com',
};

test.each([
  ['surname, whatever its case and marks', 'ANGSTROM'],
  ['the other half of a double surname', 'lee'],
  ['both', 'Ångström Lee'],
  ['full name', 'zoe angstrom lee'],
  ['full name, surname first', 'Ångström-Lee, Zoë'],
  ['phone as it was written', '(555) 010-1234'],
  ['phone with the country', '+1 555 010 1234'],
  ['phone with the country, no sign', '15550101234'],
  ['e-mail', 'zoe@example.COM '],
])('a patient is found by %s', (_what, text) => {
  expect(finds(index, index.of(zoe), text)).toBe(true);
  expect(isFoundBy(text, zoe)).toBe(true);
});

test.each([
  'zoe',
  'angst',
  'Zoë Lee Miller',
  '0101234',
  'example.com',
  'zoe@example.org',
  '---',
])('a patient is not found by %s', (text) => {
  expect(finds(index, index.of(zoe), text)).toBe(false);
  expect(isFoundBy(text, zoe)).toBe(false);
});

test('the same patient in two organizations has no hash in common', () => {
  const other = new BlindIndex(keyRing([OLD]), randomUUID());
  const hashes = new Set(index.of(zoe));
  expect(other.of(zoe).filter((hash) => hashes.has(hash))).toEqual([]);
});

test('the same text in two columns has no hash in common', () => {
  const [fullName, surname] = index.of({ customerName: 'Cher' });
  expect(fullName).not.toBe(surname);
});

test('during a rotation patients are found under either key', () => {
  const during = new BlindIndex(keyRing([NEW, OLD]), organizationId);
  expect(finds(during, index.of(zoe), 'Ångström')).toBe(true);
  expect(finds(during, during.of(zoe), 'Ångström')).toBe(true);
  expect(during.of(zoe)).not.toEqual(index.of(zoe));
});
