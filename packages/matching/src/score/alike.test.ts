import { generateBooks } from '@medspasync/test-kit';
import { predictPairs } from '../predict.ts';
import { reconcile } from '../reconcile.ts';
import { currentScorer } from '../test-scorer.ts';
import { kindsOf } from './alike.ts';

describe('inputs between the same thresholds', () => {
  const kinds = (rows: number[]) => [...kindsOf(Float32Array.from(rows), [Float32Array.of(1, 2)]).kindOf];

  it('are of one kind, the threshold itself with what lies below it', () => {
    expect(kinds([0, 1, 1.5, 2, 3, 9, 0, 2])).toEqual([0, 0, 1, 1, 2, 2, 0, 1]);
  });

  it('are of no kind that a missing value is of', () => {
    expect(kinds([Number.NaN, 0, Number.NaN, 1, 0, 0, 0, 3])).toEqual([0, 1, 0, 1, 1, 1, 1, 2]);
  });
});

describe('the model in use', () => {
  it('answers the same to the last bit when alike inputs are asked once as when each is asked', async () => {
    const scorer = await currentScorer();
    expect(scorer.cuts!.features).toHaveLength(scorer.manifest.features.length);
    const askingEach = { ...scorer, cuts: undefined };
    const books = generateBooks({ seed: 8, rewards: 300, process: 'migration', difficulty: 'hard' });
    const thrifty = await reconcile(books, { scorer });
    expect(await reconcile(books, { scorer: askingEach })).toEqual(thrifty);
    const pairs = books.rewards.map((reward, i) => ({ reward, pos: books.pos[i]! }));
    expect(await predictPairs(pairs, { scorer: askingEach })).toEqual(await predictPairs(pairs, { scorer }));
  });
});
