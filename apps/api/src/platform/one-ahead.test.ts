import { setTimeout as sleep } from 'node:timers/promises';
import { oneAhead } from './one-ahead.ts';

test('a batch is made while the one before is written, and no two are written at once', async () => {
  const told: string[] = [];
  await oneAhead(async ({ start }) => {
    for (const batch of [1, 2, 3]) {
      told.push(`make ${batch}`);
      await start(async () => {
        told.push(`write ${batch}`);
        await sleep(5);
        told.push(`written ${batch}`);
      });
    }
  });
  expect(told).toEqual([
    ...['make 1', 'write 1', 'make 2', 'written 1', 'write 2'],
    ...['make 3', 'written 2', 'write 3', 'written 3'],
  ]);
});

test('a write that fails ends the making, and the last one is not forgotten', async () => {
  const failing = async () => {
    await sleep(1);
    throw new Error('the database went away');
  };
  const made: number[] = [];
  const making = oneAhead(async ({ start }) => {
    for (const batch of [1, 2, 3]) {
      made.push(batch);
      await start(failing);
    }
  });
  await expect(making).rejects.toThrow('the database went away');
  expect(made).toEqual([1, 2]);
  await expect(oneAhead(({ start }) => start(failing))).rejects.toThrow('the database went away');
});

test('whoever makes the batches fails only once nothing is written any more', async () => {
  let isWriting = false;
  const making = oneAhead(async ({ start }) => {
    await start(async () => {
      isWriting = true;
      await sleep(5);
      isWriting = false;
    });
    throw new Error('the file breaks off');
  });
  await expect(making).rejects.toThrow('the file breaks off');
  expect(isWriting).toBe(false);
});
