// The commands on real processes: a toy ecosystem of three services, started, killed and stopped as a person would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree } from './ports.mjs';
import { processTable } from './process-table.mjs';
import { createToyEcosystem, isAlive } from './testing/toy-ecosystem.mjs';

import.meta.jest.setTimeout(60_000);

/** @type {Array<() => Promise<void>>} */
let cleanUps = [];

afterEach(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
  cleanUps = [];
});

/** @param {Parameters<typeof createToyEcosystem>[0]} [options] */
async function toy(options) {
  const ecosystem = await createToyEcosystem(options);
  cleanUps.push(ecosystem.remove);
  return ecosystem;
}

/** @param {number} group */
const membersOf = (group) => processTable().filter((row) => row.group === group);

test('no front end is launched before the backend is ready', async () => {
  const ecosystem = await toy({ flags: { backend: '--ready-after-ms 400' } });
  const { code, output } = await ecosystem.run('start');
  expect(output).toContain(`http://localhost:${ecosystem.portOf('web')}`);
  expect(code).toBe(0);
  const events = ecosystem.events();
  expect(events.slice(0, 2)).toEqual(['backend launched', 'backend ready']);
  expect(events).toEqual(expect.arrayContaining(['web ready', 'site ready']));
});

test('one service is started together with what it needs, and nothing else', async () => {
  const ecosystem = await toy();
  await ecosystem.run('start', 'web');
  expect(ecosystem.events().filter((event) => event.endsWith('launched'))).toEqual([
    'backend launched',
    'web launched',
  ]);
});

test('every taken port is named with the process that holds it, and nothing is launched', async () => {
  const ecosystem = await toy();
  const squatters = await Promise.all(
    ['web', 'site'].map(async (name) => {
      const squatter = createServer().listen(ecosystem.portOf(name), '127.0.0.1');
      await once(squatter, 'listening');
      return squatter;
    }),
  );
  const { code, output } = await ecosystem.run('start');
  for (const squatter of squatters) squatter.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${ecosystem.portOf('web')} (web) is taken by pid ${process.pid}`);
  expect(output).toContain(`Port ${ecosystem.portOf('site')} (site) is taken by pid ${process.pid}`);
  expect(ecosystem.events()).toEqual(['']);
});

test('a service that dies is reported with its last words, and the others keep running', async () => {
  const ecosystem = await toy({ flags: { web: '--last-words "the curtain fell"' } });
  const { code, output } = await ecosystem.run('start');
  expect(code).toBe(1);
  expect(output).toContain('web ended before it was ready');
  expect(output).toContain('the curtain fell');
  expect(isAlive(ecosystem.pidOf('site'))).toBe(true);
});

test('a front end is not launched when its backend dies', async () => {
  const ecosystem = await toy({ flags: { backend: '--last-words "no database"' } });
  const { code, output } = await ecosystem.run('start');
  expect(code).toBe(1);
  expect(output).toContain('no database');
  expect(ecosystem.events()).toEqual(['backend launched']);
});

test('stop leaves no process, port, pid file or lock behind, also when the parent of a worker was killed', async () => {
  const ecosystem = await toy({ flags: { backend: '--worker' } });
  await ecosystem.run('start');
  const group = ecosystem.pidOf('backend');
  expect(membersOf(group)).toHaveLength(2);
  process.kill(group, 'SIGKILL');
  while (isAlive(group)) await sleep(20);
  expect(membersOf(group)).toHaveLength(1);

  expect((await ecosystem.run('stop')).code).toBe(0);

  expect(membersOf(group)).toEqual([]);
  expect(readdirSync(ecosystem.runDirectory)).toEqual([]);
  for (const { port } of ecosystem.services) expect(await isPortFree(port)).toBe(true);
});

test('a pid file from before a crash neither hides a service nor ends a stranger who got its number', async () => {
  const ecosystem = await toy();
  const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  cleanUps.push(async () => void stranger.kill());
  mkdirSync(ecosystem.runDirectory, { recursive: true });
  const record = { pid: stranger.pid, identity: 'of a process long gone' };
  writeFileSync(path.join(ecosystem.runDirectory, 'backend.json'), JSON.stringify(record));

  expect((await ecosystem.run('start', 'backend')).code).toBe(0);
  expect(ecosystem.pidOf('backend')).not.toBe(stranger.pid);
  await ecosystem.run('stop');
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});

test('a pid file that was cut off in the middle is no obstacle', async () => {
  const ecosystem = await toy();
  mkdirSync(ecosystem.runDirectory, { recursive: true });
  writeFileSync(path.join(ecosystem.runDirectory, 'backend.json'), '{"pid": 12');
  expect((await ecosystem.run('start', 'backend')).code).toBe(0);
});

test('a service killed with -9 comes back with the next start, and the others are left alone', async () => {
  const ecosystem = await toy();
  await ecosystem.run('start');
  const site = ecosystem.pidOf('site');
  const killed = ecosystem.pidOf('web');
  process.kill(killed, 'SIGKILL');
  while (isAlive(killed)) await sleep(20);
  expect((await ecosystem.run('status')).code).toBe(3);

  expect((await ecosystem.run('start')).code).toBe(0);
  expect(ecosystem.pidOf('web')).not.toBe(killed);
  expect(ecosystem.pidOf('site')).toBe(site);
  expect((await ecosystem.run('status')).code).toBe(0);
});

test('start says so when everything is already running', async () => {
  const ecosystem = await toy();
  await ecosystem.run('start');
  const backend = ecosystem.pidOf('backend');
  const { code, output } = await ecosystem.run('start');
  expect(code).toBe(0);
  expect(output).toContain('Already running');
  expect(output).not.toContain('Preparing');
  expect(ecosystem.pidOf('backend')).toBe(backend);
});

test('what follows the start of the backend is tried again by the next start when it failed', async () => {
  const ecosystem = await toy({ failingFollowUp: true });
  const first = await ecosystem.run('start');
  expect(first.code).toBe(1);
  expect(first.output).toContain('the seed fell on stony ground');
  expect((await ecosystem.run('status')).code).toBe(0);
  const second = await ecosystem.run('start');
  expect(second.code).toBe(0);
  expect(second.output).not.toContain('Already running');
  expect((await ecosystem.run('start')).output).toContain('Already running');
});

test('of two starts at once the second says that it waits, and then finds everything running', async () => {
  const ecosystem = await toy({ prepareMs: 800 });
  const first = ecosystem.begin('start');
  while (!first.output().includes('Preparing')) await sleep(20);
  const second = await ecosystem.run('start');
  expect((await first.done).code).toBe(0);
  expect(second.code).toBe(0);
  expect(second.output).toContain(`Another command is at work on the services (pid ${first.child.pid})`);
  expect(second.output).toContain('Already running');
  expect(ecosystem.events().filter((event) => event === 'backend launched')).toHaveLength(1);
});

test('a start that was killed with -9 leaves no lock in the way of the next', async () => {
  const ecosystem = await toy({ prepareMs: 500 });
  const killed = ecosystem.begin('start');
  while (!killed.output().includes('Preparing')) await sleep(20);
  killed.child.kill('SIGKILL');
  await killed.done;
  expect(readdirSync(ecosystem.runDirectory)).toContain('lock.json');
  expect((await ecosystem.run('start')).code).toBe(0);
  expect(readdirSync(ecosystem.runDirectory)).not.toContain('lock.json');
});

test('stop ends a start that is still at work, with what it had begun', async () => {
  const ecosystem = await toy({ flags: { web: '--ready-after-ms 60000' } });
  const starting = ecosystem.begin('start');
  while (!ecosystem.events().includes('web launched')) await sleep(20);
  const begun = ['backend', 'web'].map((name) => ecosystem.pidOf(name));
  expect((await ecosystem.run('stop')).code).toBe(0);
  const interrupted = await starting.done;
  expect(interrupted.code).toBe(130);
  expect(interrupted.output).not.toContain('The end of');
  expect(begun.filter(isAlive)).toEqual([]);
  expect(readdirSync(ecosystem.runDirectory)).toEqual([]);
});

test('the logs of all services are shown together, each line with its service in front', async () => {
  const ecosystem = await toy();
  await ecosystem.run('start');
  const { output } = await ecosystem.run('logs', '--no-follow');
  expect(output.trim().split('\n')).toEqual([
    'backend │ backend is coming up',
    'web     │ web is coming up',
    'site    │ site is coming up',
  ]);
});

test('followed logs show what a restarted service writes', async () => {
  const ecosystem = await toy();
  await ecosystem.run('start');
  const following = ecosystem.begin('logs', 'site');
  while (!following.output().includes('site is coming up')) await sleep(20);
  await ecosystem.run('restart', 'site');
  while (following.output().match(/site is coming up/g)?.length !== 2) await sleep(20);
  following.child.kill();
  await following.done;
  expect(following.output()).not.toContain('backend');
});

test.each([
  [['dance'], 'Unknown command: dance.'],
  [['start', 'dance', 'sing'], 'Unknown service: dance, sing.'],
  [['start', '--fast'], 'Unknown option: --fast.'],
  [[], 'Say what to do.'],
])('the words %j are answered with what is wrong and how to say it', async (words, problem) => {
  const ecosystem = await toy();
  const { code, output } = await ecosystem.run(...words);
  expect(code).toBe(2);
  expect(output).toContain(problem);
  expect(output).toContain('Usage: scripts/start_ecosystem.sh');
});

test('a state folder that cannot be made is named', async () => {
  const ecosystem = await toy();
  writeFileSync(ecosystem.stateDirectory, 'a file in the place of the folder');
  const { code, output } = await ecosystem.run('start');
  expect(code).toBe(1);
  expect(output).toContain(`${ecosystem.stateDirectory} cannot be written`);
});
