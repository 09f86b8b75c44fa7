import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { localSecret } from './secrets.ts';

const localDir = mkdtempSync(path.join(tmpdir(), 'medspasync-secrets-'));
afterAll(() => rmSync(localDir, { recursive: true }));

/** Reads the secret from another thread, from before there is one until it is whole. Answers the lengths it saw. */
function lengthsSeen(name: string): Promise<number[]> {
  const reader = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { readFileSync } = require('node:fs');
    const seen = new Set();
    parentPort.postMessage('ready');
    while (!seen.has(64)) {
      try { seen.add(readFileSync(workerData, 'utf8').length); } catch {}
    }
    parentPort.postMessage([...seen]);`;
  const thread = new Worker(reader, { eval: true, workerData: path.join(localDir, name) });
  return new Promise((resolve, reject) => {
    thread.on('error', reject);
    thread.on('message', (message: 'ready' | number[]) => {
      if (message === 'ready') localSecret(localDir, name);
      else resolve(message);
    });
  });
}

test('nobody ever reads half of a secret that is being made', async () => {
  expect(await lengthsSeen('jwt-secret')).toEqual([64]);
});

test('making a secret leaves nothing but the secret', () => {
  const secret = localSecret(localDir, 'other');
  expect(localSecret(localDir, 'other')).toBe(secret);
  expect(readdirSync(localDir).filter((name) => name.startsWith('other'))).toEqual(['other']);
});
