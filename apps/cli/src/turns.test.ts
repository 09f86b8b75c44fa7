import { Turns } from './turns.ts';

test('each block is taken once, whoever asks, and then none is left', () => {
  const here = new Turns(3);
  const there = new Turns(3, here.state);
  expect([here.take(), there.take(), here.take(), there.take(), here.take()]).toEqual([
    0,
    1,
    2,
    undefined,
    undefined,
  ]);
  expect(there.takeOrSleep()).toBeUndefined();
});

test('blocks that nobody has written yet are not piled up without end', () => {
  const turns = new Turns(1_000);
  const taken: number[] = [];
  for (let block = turns.take(); block !== undefined; block = turns.take()) taken.push(block);
  expect(taken.length).toBeLessThan(100);
  turns.wrote();
  expect(turns.take()).toBe(taken.length);
});
