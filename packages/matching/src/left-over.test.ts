import type { Transaction } from '@medspasync/schemas';
import { leftOver } from './left-over.ts';
import { reconcile } from './reconcile.ts';
import { currentScorer } from './test-scorer.ts';

const sale: Transaction = { customerName: 'Ana Reyes', amountCents: 4000, date: '2026-03-02' };

test('a sale that was given back is told as a job tells one that it leaves over', async () => {
  const pos = [{ ...sale, program: 'alle' as const }, { ...sale, service: 'Evolus Rewards' }, sale];
  const { results } = await reconcile({ rewards: [], pos }, { scorer: await currentScorer() });
  expect(leftOver(pos)).toEqual(results);
  expect(leftOver(pos).map(({ reasonCodes }) => reasonCodes)).toEqual([
    ['POS_NOT_REDEEMED'],
    ['POS_NOT_REDEEMED'],
    [],
  ]);
});
