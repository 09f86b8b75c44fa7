import { generateBooks } from '@medspasync/test-kit';
import { reconcile } from './reconcile.ts';
import type { MatchResult } from './report.ts';
import { currentScorer } from './test-scorer.ts';

/** What a person acts on: everything but the nearest misses and runners-up of no account. */
const verdictOf = ({ runnerUp, explanation, ...verdict }: MatchResult) => ({
  ...verdict,
  contributions: explanation?.contributions.map(({ logOdds }) => logOdds),
});

describe('pairs that can come to nothing', () => {
  it.each([
    'front-desk',
    'bulk-import',
  ] as const)('of a %s change no match and no review when they are dropped unmeasured', async (process) => {
    const books = generateBooks({ seed: 21, rewards: 500, process, difficulty: 'hard' });
    const scorer = await currentScorer();
    const sieved = await reconcile(books, { scorer });
    const measured = await reconcile(books, { scorer: { ...scorer, evaluator: undefined } });
    const isNamed = ({ result }: MatchResult) => result !== 'no_match';
    expect(sieved.summary).toEqual(measured.summary);
    expect(sieved.results.filter(isNamed).map(verdictOf)).toEqual(
      measured.results.filter(isNamed).map(verdictOf),
    );
  });
});
