import { setTimeout } from 'node:timers/promises';
import { currentModelDirectory } from '@medspasync/matching/node';
import { generateBooks } from '@medspasync/test-kit';
import { EngineRun } from './engine-run.ts';

const stored = (transactions: ReturnType<typeof generateBooks>['pos']) =>
  transactions.map((transaction, index) => ({ id: `row-${index}`, position: index, transaction }));

/** Stops a run in the midst of its scoring; answers how the run ended. */
async function stoppedWhileScoring(millisecondsLater: number): Promise<string> {
  const books = generateBooks({ seed: 7, rewards: 6000, process: 'front-desk' });
  let scoring: () => void;
  const untilScoring = new Promise<void>((resolve) => {
    scoring = resolve;
  });
  const engine = new EngineRun({
    threshold: 0.95,
    maxHeapMb: 512,
    modelDirectory: currentModelDirectory(),
    onProgress: ({ stage }) => stage === 'score' && scoring(),
  });
  engine.give('reward', stored(books.rewards));
  engine.give('pos', stored(books.pos));
  const ending = engine.reconcile().then(
    () => 'completed',
    (error: Error) => error.message,
  );
  await untilScoring;
  await setTimeout(millisecondsLater);
  await engine.stop();
  return ending;
}

describe('a run of the engine', () => {
  it.each([20, 90, 200])('that is stopped %i ms into its scoring ends alone', async (millisecondsLater) => {
    // Had the thread been terminated inside the native runtime, the whole test process would be gone.
    await expect(stoppedWhileScoring(millisecondsLater)).resolves.toBe('the engine was stopped');
  });

  it('can be stopped before it was given anything, and twice', async () => {
    const engine = new EngineRun({
      threshold: 0.95,
      maxHeapMb: 512,
      modelDirectory: currentModelDirectory(),
      onProgress: () => undefined,
    });
    await engine.stop();
    await engine.stop();
    await expect(engine.reconcile()).rejects.toThrow('the engine was stopped');
  });
});
