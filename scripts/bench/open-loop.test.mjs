import { setTimeout as sleep } from 'node:timers/promises';
import { askSteadily, percentile } from './open-loop.mjs';

describe('a steady load', () => {
  test('keeps its pace while nothing is answered', async () => {
    const stopping = new AbortController();
    let asked = 0;
    /** @type {() => void} */
    let answer = () => undefined;
    const untilAsked = new Promise((resolve) => {
      answer = () => resolve(undefined);
    });
    const times = askSteadily({
      perSecond: 1000,
      until: stopping.signal,
      ask: async () => {
        asked += 1;
        if (asked === 20) {
          stopping.abort();
          answer();
        }
        await untilAsked;
      },
    });
    expect(await times).toHaveLength(20);
  });

  test('counts the wait of a request that could not leave in time', async () => {
    const stopping = new AbortController();
    const times = await askSteadily({
      perSecond: 1000,
      until: stopping.signal,
      ask: async (turn) => {
        // Holds this process, and so everything that is due meanwhile.
        if (turn === 0) for (const end = performance.now() + 30; performance.now() < end; );
        if (turn === 10) stopping.abort();
        await sleep(0);
      },
    });
    expect(percentile(times, 0.5)).toBeGreaterThan(10);
  });

  test('fails when one request does', async () => {
    const until = AbortSignal.timeout(20);
    await expect(
      askSteadily({ perSecond: 100, until, ask: () => Promise.reject(new Error('refused')) }),
    ).rejects.toThrow('refused');
  });
});

test('a percentile is the value that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
});
