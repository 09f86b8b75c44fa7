import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EntriesOnDisk } from './entries-on-disk.ts';

const directory = mkdtempSync(join(tmpdir(), 'medspasync-entries-'));
afterAll(() => rmSync(directory, { recursive: true }));

const textOf = async (entries: EntriesOnDisk, position: number) =>
  (await entries.after(position)).map(({ json, ...piece }) => ({
    ...piece,
    text: Buffer.from(json).toString(),
  }));

test('entries come back a piece at a time, as they were added, and no file can be found meanwhile', async () => {
  const over = new AbortController();
  const entries = await EntriesOnDisk.beside(join(directory, 'file'), over.signal);
  await entries.add([{ name: 'Zoë' }, { name: 'Ana' }], 1);
  await entries.add([{ name: 'Ben' }], 2);
  expect(readdirSync(directory)).toEqual([]);
  expect(await textOf(entries, -1)).toEqual([
    { position: 1, text: '{"name":"Zoë"},{"name":"Ana"}' },
    { position: 2, text: '{"name":"Ben"}' },
  ]);
  expect(await textOf(entries, 1)).toEqual([{ position: 2, text: '{"name":"Ben"}' }]);
  expect(await textOf(entries, 2)).toEqual([]);
  over.abort();
  await expect(entries.after(-1)).rejects.toMatchObject({ code: 'EBADF' });
});

test('for an answer that nobody waits for, none are kept', async () => {
  const gone = AbortSignal.abort(new Error('nobody waits'));
  await expect(EntriesOnDisk.beside(join(directory, 'file'), gone)).rejects.toThrow('nobody waits');
  expect(readdirSync(directory)).toEqual([]);
});
