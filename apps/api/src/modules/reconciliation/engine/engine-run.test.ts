import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { currentEncoderDirectory, currentModelDirectory } from '@medspasync/matching/node';
import { generateBooks } from '@medspasync/test-kit';
import { EngineRun } from './engine-run.ts';

const stored = (transactions: ReturnType<typeof generateBooks>['pos']) =>
  transactions.map((transaction, index) => ({ id: `row-${index}`, position: index, transaction }));

/** Stops a run in the midst of a stage; answers how the run ended. */
async function stoppedIn(stage: string, threads: number, millisecondsLater: number): Promise<string> {
  const books = generateBooks({ seed: 7, rewards: 6000, process: 'front-desk' });
  let begun: () => void;
  const untilBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const engine = new EngineRun({
    aliases: [],
    threshold: 0.95,
    threads,
    maxHeapMb: 512,
    modelDirectory: currentModelDirectory(),
    encoderDirectory: currentEncoderDirectory(),
    organizationId: randomUUID(),
    fernetKeys: ['q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0='],
    onProgress: (progress) => progress.stage === stage && begun(),
  });
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
    const engine = new EngineRun({
      aliases: [],
      threshold: 0.95,
      threads: 1,
      maxHeapMb: 512,
      modelDirectory: currentModelDirectory(),
      encoderDirectory: currentEncoderDirectory(),
      organizationId: randomUUID(),
      fernetKeys: ['q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0='],
      onProgress: () => undefined,
    });
    await engine.stop();
    await engine.stop();
    await expect(engine.reconcile()).rejects.toThrow('the engine was stopped');
  });
});
