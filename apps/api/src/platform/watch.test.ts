import { setTimeout as sleep } from 'node:timers/promises';
import { Watch } from './watch.ts';

const warnings: unknown[] = [];
const logger = { warn: (...said: unknown[]) => warnings.push(said.at(-1)) };

class Counter extends Watch {
  looks = 0;

  constructor() {
    super({ intervalMs: 1, failure: 'could not count', logger: logger as never });
  }

  async look(): Promise<void> {
    this.looks += 1;
    if (this.looks === 2) throw new Error('two');
  }
}

test('a watch looks at once and goes on, over a look that fails, until it is stopped', async () => {
  const counter = new Counter();
  await counter.start();
  expect(counter.looks).toBe(1);
  while (counter.looks < 4) await sleep(1);
  counter.stop();
  expect(warnings).toEqual(['could not count']);
  const { looks } = counter;
  await sleep(20);
  expect(counter.looks).toBe(looks);
});
