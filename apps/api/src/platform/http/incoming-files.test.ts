import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import supertest from 'supertest';
import { incomingFiles } from './incoming-files.ts';

const parent = mkdtempSync(path.join(tmpdir(), 'medspasync-incoming-'));
const own = path.join(parent, String(process.pid));
afterAll(() => rmSync(parent, { recursive: true }));

function leaveFileIn(directory: string): string {
  const file = path.join(parent, directory, 'patients.csv');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'Sarah Johnson');
  return file;
}

test('what a killed process left behind goes at the next start, what a running one receives stays', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  const left = [String(ended.pid), String(process.pid), ''].map(leaveFileIn);
  const received = leaveFileIn(String(other.pid));
  incomingFiles(own, 1000);
  other.kill();
  expect(left.filter(existsSync)).toEqual([]);
  expect(existsSync(received)).toBe(true);
});

test('a file is readable by nobody else while it is here, nor is its directory', async () => {
  const app = express();
  const modeOf = (name: string) => (statSync(path.join(own, name)).mode & 0o777).toString(8);
  app.post('/', incomingFiles(own, 1000).single('file'), (_request, response) => {
    response.json([modeOf('.'), ...readdirSync(own).map(modeOf)]);
  });
  const { body } = await supertest(app).post('/').attach('file', Buffer.from('Sarah'), 'a.csv').expect(200);
  expect(body).toEqual(['700', '600']);
});
