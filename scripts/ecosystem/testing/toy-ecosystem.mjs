// Builds a toy ecosystem in a temporary folder and runs real commands on it, in processes of their own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../../servers/free-ports.mjs';
import { findProcess } from '../process-table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const TOY_SERVER = path.join(here, 'toy-server.mjs');
const TOY_MAIN = path.join(here, 'toy-main.mjs');

/**
 * @param {object} [options]
 * @param {number} [options.prepareMs]               how long installing and building takes in this toy
 * @param {boolean} [options.failingFollowUp]        what follows the backend's start fails the first time
 * @param {Record<string, string>} [options.flags]   extra words for a service's command line
 */
export async function createToyEcosystem({ prepareMs = 0, failingFollowUp = false, flags = {} } = {}) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'toy-ecosystem-'));
  const events = path.join(root, 'events.txt');
  writeFileSync(events, '');

  const graph = [
    { name: 'backend', needs: [], after: [] },
    { name: 'web', needs: ['backend'], after: [] },
    { name: 'site', needs: [], after: ['backend'] },
  ];
  const ports = await freePorts(graph.length);
  const services = graph.map(({ name, needs, after }, index) => {
    const directory = path.join(root, name);
    const port = ports[index] ?? 0;
    mkdirSync(directory);
    const start = `node ${TOY_SERVER} --name ${name} --port ${port} --events ${events} ${flags[name] ?? ''}`;
    writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ scripts: { start } }));
    return {
      name,
      title: name,
      workspace: name,
      directory,
      script: 'start',
      port,
      healthPath: '/',
      needs,
      after,
    };
  });

  const ecosystem = {
    root,
    stateDirectory: path.join(root, '.local'),
    runDirectory: path.join(root, '.local/run'),
    logsDirectory: path.join(root, 'logs'),
    services,
    databaseOwner: 'backend',
    healthTimeoutMs: 10_000,
    prepareMs,
    failingFollowUp,
  };
  const description = path.join(root, 'ecosystem.json');
  writeFileSync(description, JSON.stringify(ecosystem));

  /** @param {string[]} words */
  const begin = (...words) => {
    const child = spawn(process.execPath, [TOY_MAIN, description, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    /** @type {Promise<{ code: number | null, output: string }>} */
    const done = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
    return { child, done, output: () => output };
  };

  return {
    ...ecosystem,
    begin,
    /** @param {string[]} words */
    run: (...words) => begin(...words).done,
    events: () => readFileSync(events, 'utf8').trim().split('\n'),
    /** @param {string} name @returns {number} pid written for a service */
    pidOf: (name) => JSON.parse(readFileSync(path.join(ecosystem.runDirectory, `${name}.json`), 'utf8')).pid,
    /** @param {string} name */
    portOf: (name) => services.find((service) => service.name === name)?.port ?? 0,
    remove: async () => {
      await begin('stop').done;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** @param {number} pid */
export const isAlive = (pid) => findProcess(pid) !== undefined;
