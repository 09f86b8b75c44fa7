// Refunds of another amount than a sale: they count against the invoice that they name.
import type { Transaction } from '@medspasync/schemas';
import { reconcile } from './reconcile.ts';
import type { Books } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 45000,
  date: '2024-01-15',
  ...changes,
});

const run = async (books: Books) => (await reconcile(books, { scorer: await currentScorer() })).results;

describe('a refund of another amount than any line of the invoice it names', () => {
  const line = (dollars: number, changes: Partial<Transaction> = {}): Transaction =>
    row({ amountCents: dollars * 100, invoiceId: 'INV-1004', ...changes });
  const refund = (dollars: number, changes: Partial<Transaction> = {}): Transaction =>
    line(dollars, { type: 'refund', date: '2024-01-16', ...changes });
  const reward = (dollars: number): Transaction => row({ amountCents: dollars * 100 });

  it('takes all of them back where it is their sum', async () => {
    const job = { rewards: [reward(100)], pos: [line(60), line(40), refund(100)] };
    const [first, ...sales] = await run(job);
    expect(first).toMatchObject({
      result: 'no_match',
      posIndexes: [],
      reasonCodes: ['REFUND_AFTER_REDEMPTION'],
    });
    expect(sales.slice(0, 2).map(({ note }) => note)).toEqual(
      Array(2).fill('Taken back by a refund or void'),
    );
    const inParts = { ...job, pos: [line(60), line(40), refund(70), refund(30)] };
    expect((await run(inParts))[0]!.posIndexes).toEqual([]);
  });

  it.each([
    ['a part of the sale', 60, [line(60), refund(20)], '$40.00'],
    ['nearly all of the invoice', 40, [line(400), refund(390)], '$10.00'],
    ['more than was sold', 60, [line(60), refund(70)], '$0.00'],
    ['one of two lines', 60, [line(60), line(300, { service: 'Filler' }), refund(50)], '$10.00'],
  ])('leaves too little for the reward (%s), which a person then sees', async (_what, dollars, pos, left) => {
    const [first] = await run({ rewards: [reward(dollars)], pos });
    expect(first!.posIndexes).toEqual([0]);
    expect(first!.reasonCodes).toContain('REFUND_AFTER_REDEMPTION');
    expect(first!.recommendation).not.toBe('AUTO_APPROVE');
    expect(first!.explanation!.contributions.at(-1)!.detail).toBe(
      `Refunds leave ${left} of the sale: approved by a person only`,
    );
  });

  it('leaves too little for two certificates, though either would fit', async () => {
    const rewards = [
      { ...reward(40), reference: 'C-77123' },
      { ...reward(60), reference: 'C-77150' },
    ];
    const results = await run({ rewards, pos: [line(400), refund(330)] });
    expect(results.slice(0, 2).map(({ posIndexes }) => posIndexes)).toEqual([[0], [0]]);
    for (const { reasonCodes, recommendation } of results.slice(0, 2)) {
      expect(reasonCodes).toContain('REFUND_AFTER_REDEMPTION');
      expect(recommendation).not.toBe('AUTO_APPROVE');
    }
  });

  it.each([
    ['leaves enough', [line(400), refund(300)]],
    [
      'is of another treatment',
      [line(60), line(300, { service: 'Filler' }), refund(50, { service: 'Filler' })],
    ],
    ['is of another invoice', [line(60), refund(50, { invoiceId: 'INV-1005' })]],
  ])('says nothing of a sale where it %s', async (_what, pos) => {
    const [first] = await run({ rewards: [{ ...reward(60), service: 'Botox' }], pos: botoxFirst(pos) });
    expect(first).toMatchObject({ result: 'match', posIndexes: [0] });
    expect(first!.reasonCodes).not.toContain('REFUND_AFTER_REDEMPTION');
  });

  const botoxFirst = ([sale, ...others]: Transaction[]): Transaction[] => [
    { ...sale!, service: 'Botox' },
    ...others,
  ];
});
