import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled } from './install.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'install-'));
  mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/.bin/turbo'), '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** @param {string} file @param {object} packages */
const writePackages = (file, packages) => writeFileSync(path.join(root, file), JSON.stringify({ packages }));

const zod = { version: '4.6.7', integrity: 'sha512-a' };
const otherPlatform = { version: '1.0.0', integrity: 'sha512-b', optional: true };

test('nothing is installed again when npm recorded what the lock file asks for, other platforms aside', () => {
  writePackages('package-lock.json', {
    '': {},
    'node_modules/zod': zod,
    'node_modules/for-windows': otherPlatform,
  });
  writePackages('node_modules/.package-lock.json', { 'node_modules/zod': zod });
  expect(isInstalled(root)).toBe(true);
});

test('a lock file that asks for another version is seen', () => {
  writePackages('package-lock.json', { 'node_modules/zod': { version: '4.6.8', integrity: 'sha512-c' } });
  writePackages('node_modules/.package-lock.json', { 'node_modules/zod': zod });
  expect(isInstalled(root)).toBe(false);
});

test('a package that is missing is seen, also one nested in a workspace', () => {
  writePackages('package-lock.json', { 'node_modules/zod': zod, 'apps/web/node_modules/zod': zod });
  writePackages('node_modules/.package-lock.json', { 'node_modules/zod': zod });
  expect(isInstalled(root)).toBe(false);
});

test('an install that was cut short, before npm wrote its record, is seen', () => {
  writePackages('package-lock.json', { 'node_modules/zod': zod });
  expect(isInstalled(root)).toBe(false);
});
