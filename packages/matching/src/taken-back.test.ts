// What refunds, voids, repeats and copies do to a job, from the files to the verdicts.
import type { Transaction } from '@medspasync/schemas';
import fc from 'fast-check';
import { reconcile } from './reconcile.ts';
import type { Books } from './report.ts';
import { centsTakenBack, takenBack } from './taken-back.ts';
import { currentScorer } from './test-scorer.ts';

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 45000,
  date: '2024-01-15',
  ...changes,
});

const run = async (books: Books) => (await reconcile(books, { scorer: await currentScorer() })).results;
const told = async (books: Books) =>
  (await run(books)).map(({ result, posIndexes, reasonCodes }) => [result, posIndexes, reasonCodes]);

describe('a refund or void', () => {
  it('of another program takes nothing back, whatever it names', () => {
    const redemption = row({ program: 'alle', reference: 'C-77123' });
    const voided = { ...redemption, type: 'void' as const };
    expect(takenBack([redemption, { ...voided, program: 'evolus' }])).toEqual([false, false]);
    expect(takenBack([redemption, voided])).toEqual([true, false]);
    expect(takenBack([redemption, { ...voided, program: undefined }])).toEqual([true, false]);
  });

  it('of one of two equal sales leaves the other standing', async () => {
    const books = {
      rewards: [row(), row()],
      pos: [row(), row(), row({ type: 'refund', date: '2024-01-16' })],
    };
    expect((await told(books)).slice(0, 2)).toEqual([
      ['match', [0], []],
      ['no_match', [], ['REFUND_AFTER_REDEMPTION']],
    ]);
  });

  it.each([
    ['no name', undefined],
    ['another spelling', 'S. Johnson'],
  ])('with %s takes back the sale of its invoice', async (_what, customerName) => {
    const refund = row({ customerName, type: 'refund', invoiceId: 'INV-7', date: '2024-01-16' });
    const books = { rewards: [row()], pos: [row({ invoiceId: 'INV-7' }), refund] };
    expect((await told(books))[0]).toEqual(['no_match', [], ['REFUND_AFTER_REDEMPTION']]);
  });

  it('of one invoice leaves the sale of another alone', async () => {
    const pos = [
      row({ invoiceId: 'A-1001' }),
      row({ invoiceId: 'A-1002' }),
      row({ invoiceId: 'A-1001', type: 'refund' }),
    ];
    expect((await told({ rewards: [row(), row()], pos })).slice(0, 2)).toEqual([
      ['match', [1], []],
      ['no_match', [], ['REFUND_AFTER_REDEMPTION']],
    ]);
  });

  it('of a loyalty sale leaves nothing to redeem', async () => {
    const sale = row({ program: 'alle', service: 'Alle Rewards' });
    expect(await told({ rewards: [], pos: [sale, { ...sale, type: 'refund' }] })).toEqual([
      ['no_match', [0], []],
      ['no_match', [1], []],
    ]);
  });

  it('in the portal takes the redemption back: the discount in the POS is then not redeemed', async () => {
    const rewards = [row({ type: 'redemption', program: 'alle' }), row({ type: 'void', program: 'alle' })];
    expect(await told({ rewards, pos: [row({ program: 'alle' })] })).toEqual([
      ['no_match', [], []],
      ['no_match', [], []],
      ['no_match', [0], ['POS_NOT_REDEEMED']],
    ]);
  });

  it('is told apart from another by invoice numbers of two characters', async () => {
    const pos = [row({ invoiceId: 'I4' }), row({ invoiceId: 'I4', type: 'void' }), row({ invoiceId: 'I5' })];
    expect((await told({ rewards: [row()], pos }))[0]).toEqual(['match', [2], []]);
  });

  it('of short numbers that both files have says nothing: they count the rows of each', async () => {
    const job = async (invoiceId?: string) =>
      (await run({ rewards: [row({ invoiceId })], pos: [row({ invoiceId })] }))[0]!.matchProbability;
    expect(await job('7')).toBe(await job());
    expect(await job('INV-7')).toBeGreaterThan(await job());
  });

  it('without the sale it takes back is what became of the sale', async () => {
    const [voided] = await run({ rewards: [row()], pos: [row({ type: 'void' })] });
    const [refunded] = await run({ rewards: [row()], pos: [row({ type: 'refund' })] });
    expect(voided).toMatchObject({
      reasonCodes: ['REFUND_AFTER_REDEMPTION'],
      note: 'The $450.00 sale of 15 January 2024 was refunded or voided',
    });
    expect(refunded).toMatchObject({
      reasonCodes: ['REFUND_AFTER_REDEMPTION'],
      note: 'The $450.00 sale was refunded on 15 January 2024',
    });
    const part = [row({ amountCents: 4000, date: '2024-01-17' })];
    expect((await told({ rewards: part, pos: [row({ type: 'void' })] }))[0]![2]).toEqual([
      'REFUND_AFTER_REDEMPTION',
    ]);
    expect((await told({ rewards: part, pos: [row({ type: 'refund' })] }))[0]![2]).toEqual([
      'REDEEMED_NOT_IN_POS',
    ]);
  });

  it('of a part of the amount takes nothing back', async () => {
    const pos = [row(), row({ amountCents: 10000, type: 'refund', date: '2024-01-16' })];
    expect((await told({ rewards: [row()], pos }))[0]).toEqual(['match', [0], []]);
  });
});

describe('a reimbursement among the sales', () => {
  it('is neither a sale nor a discount, and says so', async () => {
    const paid = row({ type: 'reimbursement', program: 'alle', service: 'Alle reimbursement' });
    const [first, second] = await run({ rewards: [row({ program: 'alle' })], pos: [paid] });
    expect(first).toMatchObject({ result: 'no_match', reasonCodes: ['REDEEMED_NOT_IN_POS'] });
    expect(second).toMatchObject({ reasonCodes: [], note: 'A reimbursement: it asks for nothing' });
  });

  it('meets no refund and no other reimbursement of the rewards', async () => {
    const paid = row({ type: 'reimbursement' });
    for (const type of ['refund', 'reimbursement'] as const) {
      expect((await told({ rewards: [row({ type })], pos: [paid] }))[0]).toEqual(['no_match', [], []]);
      expect((await told({ rewards: [paid], pos: [row({ type })] }))[0]).toEqual(['no_match', [], []]);
    }
    expect(takenBack([paid])).toEqual([false]);
  });

  it('takes no sale back', async () => {
    const pos = [row(), row({ type: 'reimbursement' })];
    expect((await told({ rewards: [row()], pos }))[0]).toEqual(['match', [0], []]);
  });
});

describe('a void', () => {
  const kate = row({ customerName: 'Kate Neil', amountCents: 4000, service: 'Dysport', date: '2026-10-06' });

  it.each<[string, Partial<Transaction>, Partial<Transaction>]>([
    ['of another certificate', { reference: 'C-77123' }, { reference: 'C-77150' }],
    ['of another treatment', { service: 'Botox' }, { service: 'Lip balm' }],
    ['of weeks later', {}, { date: '2026-10-28' }],
  ])('%s leaves a redemption alone, and says why it asks for nothing', async (_what, own, other) => {
    const rewards = [{ ...kate, ...own }, { ...kate, ...other, type: 'void' } as Transaction];
    const [first, second] = await run({ rewards, pos: [{ ...kate, service: own.service ?? kate.service }] });
    expect(first).toMatchObject({ result: 'match', posIndexes: [0] });
    expect(second).toMatchObject({ result: 'no_match', note: 'Voided: it asks for nothing' });
  });

  it('of the same certificate takes it back, however late', async () => {
    const coded = { ...kate, reference: 'C-77123' };
    const rewards: Transaction[] = [coded, { ...coded, type: 'void', date: '2026-11-20' }];
    const [first] = await run({ rewards, pos: [kate] });
    expect(first).toMatchObject({ result: 'no_match', note: 'Taken back by a refund or void' });
  });
});

describe('a refund', () => {
  const zoe = row({
    customerName: 'Zoe Hart',
    customerPhone: '555-201-0010',
    amountCents: 4500,
    service: 'Botox',
  });
  const refund = (changes: Partial<Transaction>): Transaction => ({
    ...zoe,
    type: 'refund',
    date: '2024-01-16',
    ...changes,
  });

  it.each<[string, Partial<Transaction>, boolean]>([
    ['Z Hart', {}, true],
    ['Z. Hart', { customerPhone: undefined }, true],
    ['Ann Hart', {}, false],
    ['Z Hart', { customerPhone: '555-201-0099' }, false],
  ])('by %s, %j, takes Zoe Hart’s sale back: %s', async (customerName, changes, isTaken) => {
    const [first] = await run({ rewards: [zoe], pos: [zoe, refund({ customerName, ...changes })] });
    expect(first!.result).toBe(isTaken ? 'no_match' : 'match');
    if (!isTaken) return;
    expect(first).toMatchObject({
      reasonCodes: ['REFUND_AFTER_REDEMPTION'],
      note: 'The $45.00 sale of 15 January 2024 was refunded or voided',
      runnerUp: { posIndex: 0 },
    });
  });

  it('of a laser treatment is not what became of a Botox reward', async () => {
    const laser = row({ customerName: 'Linda Park', amountCents: 90000, service: 'Laser Hair Removal' });
    const pos: Transaction[] = [laser, { ...laser, type: 'refund', date: '2024-01-17' }];
    const rewards = [{ ...laser, amountCents: 2000, service: 'Botox', program: 'alle' as const }];
    expect((await told({ rewards, pos }))[0]).toEqual(['no_match', [], ['REDEEMED_NOT_IN_POS']]);
  });
});

describe('rows that look alike', () => {
  it('are true repeats where both files have as many, and a double entry where one has more', async () => {
    expect((await told({ rewards: [row(), row()], pos: [row(), row()] })).map(([result]) => result)).toEqual([
      'match',
      'match',
    ]);
    expect((await told({ rewards: [row(), row()], pos: [row()] }))[1]).toEqual([
      'no_match',
      [],
      ['DUPLICATE_REDEMPTION'],
    ]);
  });

  it('with different codes are two redemptions: which of them has the sale is for a person to say', async () => {
    const rewards = [row({ reference: 'A111111' }), row({ reference: 'B222222' })];
    const [first, second] = await run({ rewards, pos: [row()] });
    expect(first).toMatchObject({ result: 'review_required', reasonCodes: ['AMBIGUOUS'] });
    expect(first!.nearestReward).toMatchObject({
      rewardIndex: 1,
      detail: 'This reward fits the same sale about as well',
    });
    expect(second).toMatchObject({ result: 'no_match', reasonCodes: ['REDEEMED_NOT_IN_POS'] });
  });

  it('a week apart are two visits', async () => {
    const visits = [row(), row({ date: '2024-01-22' })];
    expect((await told({ rewards: visits, pos: visits })).map(([, pos]) => pos)).toEqual([[0], [1]]);
  });
});

describe('any number of equal sales, refunds and redemptions', () => {
  const counts = fc.record({
    rewards: fc.integer({ min: 0, max: 4 }),
    sales: fc.integer({ min: 0, max: 4 }),
    refunds: fc.integer({ min: 0, max: 4 }),
  });
  const books = (n: { rewards: number; sales: number; refunds: number }): Books => ({
    rewards: Array.from({ length: n.rewards }, () => row()),
    pos: [
      ...Array.from({ length: n.sales }, () => row()),
      ...Array.from({ length: n.refunds }, () => row({ type: 'refund', date: '2024-01-20' })),
    ],
  });

  it('match as many redemptions as sales are left standing, whatever the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (n) => {
        const given = books(n);
        const turned = { rewards: given.rewards, pos: given.pos.toReversed() };
        const standing = Math.max(0, n.sales - n.refunds);
        for (const job of [given, turned]) {
          const results = await run(job);
          const matched = results.filter(({ result }) => result === 'match');
          expect(matched).toHaveLength(Math.min(n.rewards, standing));
          const claimed = matched.flatMap(({ posIndexes }) => posIndexes);
          expect(new Set(claimed).size).toBe(claimed.length);
          expect(claimed.every((index) => job.pos[index]!.type === undefined)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('what rows of one side take back is told without a job', () => {
  const rewards = [row({ type: 'redemption' }), row({ type: 'redemption' }), row({ type: 'void' })];
  expect(takenBack(rewards)).toEqual([false, true, false]);
  expect(takenBack([row(), row({ type: 'void', date: '2024-02-20' })])).toEqual([false, false]);
});

test('how much of each row is taken back is told, too: of an invoice refunded in part, what may be of each line', () => {
  const line = row({ invoiceId: 'INV-7', amountCents: 10000 });
  const other = { ...line, amountCents: 1500, service: 'Lip balm' };
  const refund = (amountCents: number) => ({ ...line, amountCents, type: 'refund' as const });
  expect(centsTakenBack([line, other, refund(10000)])).toEqual([10000, 0, 0]);
  expect(centsTakenBack([line, other, refund(2000)])).toEqual([2000, 1500, 0]);
  expect(centsTakenBack([line, other, refund(11500)])).toEqual([10000, 1500, 0]);
  expect(centsTakenBack([line, { ...refund(2000), invoiceId: undefined }])).toEqual([0, 0]);
});
