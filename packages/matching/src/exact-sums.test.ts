// What adds up to the cent belongs together, whoever happens to hold the place.
import type { Transaction } from '@medspasync/schemas';
import { reconcile } from './reconcile.ts';
import type { MatchResult } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const row = (changes: Partial<Transaction>): Transaction => ({
  customerName: 'Jane Doe',
  customerPhone: '555-123-4567',
  service: 'Dysport',
  amountCents: 10_000,
  date: '2026-03-05',
  ...changes,
});

async function resultsOf(rewards: Transaction[], pos: Transaction[]): Promise<MatchResult[]> {
  return (await reconcile({ rewards, pos }, { scorer: await currentScorer() })).results;
}

describe('certificates that fill an invoice', () => {
  const certificates = [6000, 4000, 2000].map((amountCents, i) =>
    row({ amountCents, program: 'aspire', reference: `ASP-10000${i}${i}` }),
  );

  it('get it before the one that is left over, in every order', async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const results = await resultsOf(
        order.map((i) => certificates[i]!),
        [row({ invoiceId: 'INV-1001' })],
      );
      const amounts = results
        .filter(({ posIndexes }) => posIndexes.length === 1)
        .map(({ rewardIndex }) => certificates[order[rewardIndex!]!]!.amountCents);
      expect(amounts.sort()).toEqual([4000, 6000]);
    }
  });
});

describe('lines that add up to a reward', () => {
  const lines = (...amounts: number[]): Transaction[] =>
    amounts.map((cents, i) =>
      row({ amountCents: cents, invoiceId: 'INV-1001', transactionId: `P${i + 1}`, service: 'Botox' }),
    );
  const reward = row({ service: 'Botox', program: 'alle' });

  it('get it before a line that is nearly as large', async () => {
    const [result] = await resultsOf([reward], lines(6000, 4000, 9500));
    expect(result).toMatchObject({ posIndexes: [0, 1] });
    expect(result!.reasonCodes).toContain('PARTIAL');
  });

  it.each([
    [[1100, 2200, 3000, 1500, 2200]],
    [[900, 1100, 1300, 1700, 1900, 3100]],
    [[500, 510, 520, 530, 540, 550, 560, 570, 580, 590, 600, 610, 620, 2720]],
  ])('are a whole visit, however many they are: %j', async (amounts) => {
    const [result] = await resultsOf([reward], lines(...amounts));
    expect(result).toMatchObject({ result: 'match', posIndexes: amounts.map((_, i) => i) });
    expect(result!.reasonCodes).toContain('PARTIAL');
  });

  it('are no whole visit where a cent is missing', async () => {
    const [result] = await resultsOf([reward], lines(1100, 2200, 3000, 1500, 2199));
    expect(result!.posIndexes.length).toBeLessThan(2);
  });
});
