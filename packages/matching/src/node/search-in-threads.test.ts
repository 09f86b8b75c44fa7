import { Worker } from 'node:worker_threads';
import { generateBooks } from '@medspasync/test-kit';
import type { Records } from '../domain.ts';
import { normalise } from '../normalise/normalise.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { reconcile } from '../reconcile.ts';
import { currentScorer } from '../test-scorer.ts';
import { searchInThreads, workersFor } from './search-in-threads.ts';

const books = generateBooks({ seed: 31, rewards: 1200, process: 'front-desk', difficulty: 'hard' });

/** Threads that were started and have not left. */
let alive = 0;
const { postMessage } = Worker.prototype;
const seen = new WeakSet<Worker>();
beforeAll(() => {
  Worker.prototype.postMessage = function counted(...message: Parameters<typeof postMessage>) {
    if (!seen.has(this)) {
      seen.add(this);
      alive += 1;
      this.once('exit', () => {
        alive -= 1;
      });
    }
    return postMessage.apply(this, message);
  };
});
afterAll(() => {
  Worker.prototype.postMessage = postMessage;
});
afterEach(() => expect(alive).toBe(0));

describe('searching for pairs in threads', () => {
  it('gives the same report with two and four as with one, and tells progress that only grows', async () => {
    const scorer = await currentScorer();
    const alone = JSON.stringify(await reconcile(books, { scorer }));
    for (const workers of [2, 4]) {
      const told: number[] = [];
      const together = await reconcile(books, {
        scorer,
        openSearch: searchInThreads({ workers }),
        onProgress: ({ processed }) => told.push(processed),
      });
      expect(JSON.stringify(together)).toBe(alone);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(books.rewards.length + books.pos.length);
    }
  });

  it('gives the same report when no pair is dropped', async () => {
    const scorer = { ...(await currentScorer()), evaluator: undefined };
    const few = { rewards: books.rewards.slice(0, 300), pos: books.pos.slice(0, 300) };
    const alone = await reconcile(few, { scorer });
    const together = await reconcile(few, { scorer, openSearch: searchInThreads({ workers: 3 }) });
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
  });

  it('needs no more threads than there are rewards', async () => {
    const scorer = await currentScorer();
    const openSearch = searchInThreads({ workers: 4 });
    const few = { rewards: books.rewards.slice(0, 2), pos: books.pos };
    const alone = await reconcile(few, { scorer });
    expect((await reconcile(few, { scorer, openSearch })).results).toEqual(alone.results);
    expect((await reconcile({ rewards: [], pos: [] }, { scorer, openSearch })).results).toEqual([]);
  });

  it.each(['block', 'compare'])('stops with the job that is cancelled in its stage %s', async (stage) => {
    const cancelled = new AbortController();
    let threads = 0;
    const job = reconcile(books, {
      scorer: await currentScorer(),
      openSearch: searchInThreads({ workers: 2 }),
      signal: cancelled.signal,
      onProgress: (progress) => {
        threads = Math.max(threads, alive);
        if (progress.stage === stage && alive > 0) cancelled.abort(new Error('nobody waits for it'));
      },
    });
    await expect(job).rejects.toThrow('nobody waits for it');
    expect(threads).toBe(2);
  });

  it('fails with the reason why a thread failed', async () => {
    const { lagHabits: _, ...incomplete } = normalise(books);
    const openSearch = searchInThreads({ workers: 2 });
    const search = openSearch(incomplete as Records, rewardsToPos, await currentScorer());
    await expect(search.block(() => undefined)).rejects.toThrow("reading 'ofProgram'");
    await search.close();
  });

  it('is left to large jobs unless it is asked for', () => {
    expect(workersFor(normalise(books))).toBe(1);
  });
});
