// No record is in two matches: what looks like it is one match of several rows, and its money fits.
import type { Transaction } from '@medspasync/schemas';
import { ERROR_PROCESSES, generateBooks } from '@medspasync/test-kit';
import { reconcile } from './reconcile.ts';
import type { Books, MatchResult } from './report.ts';
import { currentScorer } from './test-scorer.ts';

async function claimsIn(books: Books): Promise<MatchResult[]> {
  const { results } = await reconcile(books, {
    scorer: await currentScorer(),
    threshold: 0.5,
    explanations: 'none',
  });
  return results.filter(({ posIndexes }) => posIndexes.length > 0);
}

const centsOf = (rows: readonly Transaction[], indexes: readonly number[]): number =>
  indexes.reduce((sum, index) => sum + rows[index]!.amountCents, 0);

/** Rewards by the sale they were given, in review or matched. */
function rewardsBySale(claims: readonly MatchResult[]): Map<number, number[]> {
  const rewards = new Map<number, number[]>();
  for (const { rewardIndex, posIndexes } of claims)
    for (const sale of posIndexes) rewards.set(sale, [...(rewards.get(sale) ?? []), rewardIndex!]);
  return rewards;
}

describe.each(ERROR_PROCESSES)('of %s books', (process) => {
  it.each([
    21, 22,
  ])('a sale has one reward or certificates that fit into it, a reward one sale or lines that add up to it (seed %i)', async (seed) => {
    const books = generateBooks({ seed, rewards: 200, process, difficulty: 'hard' });
    const claims = await claimsIn(books);
    const salesOf = new Map(claims.map(({ rewardIndex, posIndexes }) => [rewardIndex, posIndexes]));
    const rewardsOf = rewardsBySale(claims);
    expect(claims.length).toBeGreaterThan(100);
    for (const [sale, rewards] of rewardsOf) {
      if (rewards.length === 1) continue;
      expect(centsOf(books.rewards, rewards)).toBeLessThanOrEqual(books.pos[sale]!.amountCents);
      expect(rewards.map((reward) => salesOf.get(reward))).toEqual(rewards.map(() => [sale]));
    }
    for (const { rewardIndex, posIndexes } of claims) {
      if (posIndexes.length === 1) continue;
      expect(centsOf(books.pos, posIndexes)).toBe(books.rewards[rewardIndex!]!.amountCents);
      expect(posIndexes.map((sale) => rewardsOf.get(sale))).toEqual(posIndexes.map(() => [rewardIndex]));
    }
  });
});
