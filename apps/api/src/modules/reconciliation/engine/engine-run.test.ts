import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { reconcile } from '@medspasync/matching';
import { currentEncoderDirectory, currentModelDirectory, loadScorer } from '@medspasync/matching/node';
import { generateBooks } from '@medspasync/test-kit';
import { EngineRun } from './engine-run.ts';

const stored = (transactions: ReturnType<typeof generateBooks>['pos']) =>
  transactions.map((transaction) => ({ id: randomUUID(), transaction }));

const engineWith = (given: { threads: number; onProgress?: (progress: { stage: string }) => void }) =>
  new EngineRun({
    aliases: [],
    programTerms: [],
    today: '2026-01-01',
    threshold: 0.95,
    maxHeapMb: 512,
    modelDirectory: currentModelDirectory(),
    encoderDirectory: currentEncoderDirectory(),
    organizationId: randomUUID(),
    fernetKeys: ['q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0='],
    onProgress: () => undefined,
    ...given,
  });

/** Stops a run in the midst of a stage; answers how the run ended. */
async function stoppedIn(stage: string, threads: number, millisecondsLater: number): Promise<string> {
  const books = generateBooks({ seed: 7, rewards: 6000, process: 'front-desk' });
  let begun: () => void;
  const untilBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const engine = engineWith({ threads, onProgress: (progress) => progress.stage === stage && begun() });
  engine.give('reward', stored(books.rewards));
  engine.give('pos', stored(books.pos));
  const ending = engine.reconcile().then(
    () => 'completed',
    (error: Error) => error.message,
  );
  await untilBegun;
  await setTimeout(millisecondsLater);
  await engine.stop();
  return ending;
}

describe('a run of the engine', () => {
  const { terminate } = Worker.prototype;
  let terminations = 0;
  beforeAll(() => {
    Worker.prototype.terminate = function counted() {
      terminations += 1;
      return terminate.call(this);
    };
  });
  afterAll(() => {
    Worker.prototype.terminate = terminate;
  });

  it.each([0, 20, 90])('that is stopped %i ms into its scoring ends alone', async (millisecondsLater) => {
    await expect(stoppedIn('score', 1, millisecondsLater)).resolves.toBe('the engine was stopped');
    // A thread terminated inside the native runtime takes the process with it: now and then, so the way is asked for.
    expect(terminations).toBe(0);
  });

  it('that looks for pairs in threads of its own ends with them', async () => {
    await expect(stoppedIn('compare', 2, 0)).resolves.toBe('the engine was stopped');
    expect(terminations).toBe(0);
  });

  it('can be stopped before it was given anything, and twice', async () => {
    const engine = engineWith({ threads: 1 });
    await engine.stop();
    await engine.stop();
    await expect(engine.reconcile()).rejects.toThrow('the engine was stopped');
  });

  it('hands out what the engine decides, a batch at a time, with the ids of its transactions', async () => {
    const books = generateBooks({ seed: 11, rewards: 300, process: 'front-desk' });
    const [rewards, pos] = [stored(books.rewards), stored(books.pos)];
    const scorer = await loadScorer({
      directory: currentModelDirectory(),
      encoderDirectory: currentEncoderDirectory(),
    });
    const expected = await reconcile(books, { scorer, threshold: 0.95 });

    const engine = engineWith({ threads: 1 });
    for (let start = 0; start < 300; start += 100) engine.give('reward', rewards.slice(start, start + 100));
    engine.give('pos', pos);
    await engine.reconcile();
    const rows: Record<string, unknown>[] = [];
    const summary = await engine.handOut(50, async ({ json }) => void rows.push(...JSON.parse(json)));
    await engine.stop();

    expect(summary.matchesFound).toBe(expected.summary.matchesFound);
    expect(summary.metrics.stages.map(({ stage }) => stage)).toEqual(
      expected.metrics.stages.map(({ stage }) => stage),
    );
    expect(rows.map(({ id: _id, words: _words, ...row }) => row)).toEqual(
      expected.results.map((result, position) => {
        const own = result.rewardIndex === null ? pos[result.posIndexes[0]!]! : rewards[result.rewardIndex]!;
        return expect.objectContaining({
          position,
          side: result.rewardIndex === null ? 'pos' : 'reward',
          result: result.result,
          match_probability: result.matchProbability,
          reward_transaction_id: result.rewardIndex === null ? null : own.id,
          pos_transaction_ids: result.posIndexes.map((index) => pos[index]!.id),
          program: own.transaction.program ?? null,
          location: own.transaction.location ?? null,
          happened_on: own.transaction.date?.slice(0, 10) ?? null,
          amount_cents: own.transaction.amountCents,
        });
      }),
    );
  });
});
