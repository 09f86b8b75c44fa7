// Jobs in which more than one choice fits: what is sure is approved, what is a toss-up names the other choice.
import type { Transaction } from '@medspasync/schemas';
import fc from 'fast-check';
import { reconcile } from './reconcile.ts';
import type { Books } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Nora Dale',
  amountCents: 4000,
  date: '2024-01-22',
  service: 'Botox',
  ...changes,
});
const run = async (books: Books) => (await reconcile(books, { scorer: await currentScorer() })).results;

describe('two sales that fit alike', () => {
  const pos = [row({ date: '2024-01-21' }), row({ date: '2024-01-21', location: 'Uptown' })];

  it.each([
    'Dora Dale',
    'Fay Dale',
    'Lori Vance',
  ])('stay open for their reward although %s, who is not sure of the other, is put there', async (customerName) => {
    const rewards = [row({ program: 'alle' }), row({ program: 'alle', customerName, date: '2024-01-24' })];
    const [first] = await run({ rewards, pos });
    expect(first).toMatchObject({ result: 'review_required', reasonCodes: ['AMBIGUOUS'] });
    expect(pos[first!.runnerUp!.posIndex]).toBeDefined();
    expect(first!.runnerUp!.posIndex).not.toBe(first!.posIndexes[0]);
  });

  it('are two visits where both rewards are sure', async () => {
    const visits = [row({ program: 'alle' }), row({ program: 'alle', date: '2024-02-22' })];
    const sales = [row(), row({ date: '2024-02-22' })];
    const results = await run({ rewards: visits, pos: sales });
    expect(results.map(({ result }) => result)).toEqual(['match', 'match']);
  });
});

it('of father and son, who agree in everything else, each gets his own', async () => {
  const sale = (customerName: string) => row({ customerName, amountCents: 4300 });
  const rewards = [sale('Robert Downey Jr.')];
  const pos = [sale('Robert Downey Sr.'), sale('Robert Downey Jr.')];
  for (const sales of [pos, pos.toReversed()]) {
    const [first] = await run({ rewards, pos: sales });
    expect(first).toMatchObject({ result: 'match', recommendation: 'AUTO_APPROVE' });
    expect(sales[first!.posIndexes[0]!]!.customerName).toBe('Robert Downey Jr.');
  }
});

describe('two people of one surname, with nobody else about', () => {
  it.each([
    ['whose money differs', { amountCents: 87908 }, { amountCents: 19970 }],
    ['whose phones differ', { customerPhone: '555-201-0031' }, { customerPhone: '555-777-0002' }],
  ])('and %s, are no match', async (_, reward, sale) => {
    const books = {
      rewards: [row({ customerName: 'Amy Johnson', program: 'alle', ...reward })],
      pos: [row({ customerName: 'Christina Johnson', program: 'alle', ...sale })],
    };
    const [first] = (await reconcile(books, { scorer: await currentScorer(), threshold: 0.5 })).results;
    expect(first).toMatchObject({ result: 'no_match', posIndexes: [] });
    expect(first!.matchProbability).toBeLessThan(0.5);
  });

  it('and whose day, money and treatment agree, are for a person to tell', async () => {
    const books = {
      rewards: [row({ customerName: 'Amy Johnson' })],
      pos: [row({ customerName: 'Christina Johnson' })],
    };
    expect((await run(books))[0]).toMatchObject({ posIndexes: [0], result: 'review_required' });
  });
});

it('two rewards that fit a stranger’s sale equally badly are no tie', async () => {
  const sale = row({ customerName: 'Wendy Chang', customerPhone: '555-201-0031' });
  const rewards = ['Olga Petrov', 'Vera Petrov'].map((customerName) =>
    row({ customerName, customerPhone: '555-201-0077' }),
  );
  for (const { result } of (await run({ rewards, pos: [sale] })).slice(0, 2)) expect(result).toBe('no_match');
});

describe('exact sums', () => {
  const LINDA = { customerName: 'Linda Park', customerPhone: '555-201-0008', date: '2024-01-23' };
  const line = (amountCents: number, service = 'Botox') => row({ ...LINDA, amountCents, service });

  const fanny = (changes: Partial<Transaction>) =>
    row({ customerName: 'FANNY MURPHY', customerPhone: '2928008620', date: '2024-01-05', ...changes });
  const ofOneVisit = [
    fanny({ service: 'Dyspt forehead', amountCents: 4000 }),
    fanny({ service: 'Aspire Coupons', amountCents: 4726 }),
    fanny({ service: undefined, amountCents: 1274 }),
  ];
  const reward = fanny({
    customerName: 'Fanny Murphy',
    customerPhone: '2926192141',
    service: 'Dysport',
    program: 'aspire',
    amountCents: 10000,
    date: '2024-01-11',
  });

  it.each([
    ['one day', {}],
    ['one invoice, however its days are written', { invoiceId: '29352600', date: '2024-05-01' }],
  ])('bring the lines of %s along that say little by themselves', async (_, last) => {
    const invoiceId = 'invoiceId' in last ? last.invoiceId : undefined;
    const pos = ofOneVisit.map((sale, i) => ({ ...sale, invoiceId, ...(i === 2 ? last : {}) }));
    const [first] = await run({ rewards: [reward], pos });
    expect(first).toMatchObject({ posIndexes: [0, 1, 2], reasonCodes: expect.arrayContaining(['PARTIAL']) });
    const other = { ...pos[1]!, invoiceId: invoiceId && '29352601', date: '2024-01-19' };
    const [apart] = await run({ rewards: [reward], pos: [pos[0]!, other, pos[2]!] });
    expect(apart!.posIndexes).not.toContain(1);
  });

  it('of a redemption entered twice go to one entry, the other is told as its double', async () => {
    const becky = (changes: Partial<Transaction>) =>
      row({ customerName: 'Becky Gann', customerPhone: '2923587364', service: 'Jeuveau', ...changes });
    const rewards = ['2024-01-19', '2024-01-21'].map((date) =>
      becky({ amountCents: 10000, date, program: 'evolus', reference: 'EV23880384' }),
    );
    const pos = ['Jeaveau forehead', 'Newtox cheeks'].map((service) =>
      becky({ amountCents: 5000, date: '2024-01-17', service, invoiceId: '70655053' }),
    );
    const results = (await run({ rewards, pos })).slice(0, 2);
    expect(results.map(({ posIndexes }) => posIndexes.length).sort()).toEqual([0, 2]);
    expect(results.find(({ posIndexes }) => posIndexes.length === 0)!.reasonCodes).toEqual([
      'DUPLICATE_REDEMPTION',
    ]);
  });

  it('of two visits ask a person, those of one do not', async () => {
    const books = (date: string): Books => ({
      rewards: [line(10000)],
      pos: [line(3000), { ...line(7000), date }],
    });
    const [apart] = await run(books('2024-01-12'));
    expect(apart).toMatchObject({ posIndexes: [0, 1], matchProbability: 0.949 });
    expect(apart!.explanation!.contributions.at(-1)!.detail).toBe(
      'The lines are 11 days apart: approved by a person only',
    );
    const [together] = await run(books('2024-01-22'));
    expect(together).toMatchObject({ posIndexes: [0, 1], recommendation: 'AUTO_APPROVE' });
  });

  it('of which several fit are a review that names the others in dollars', async () => {
    const [first] = await run({
      rewards: [line(10000)],
      pos: [6000, 4000, 5500, 4500].map((cents) => line(cents)),
    });
    expect(first).toMatchObject({ result: 'review_required', matchProbability: 0.949 });
    expect(first!.reasonCodes).toEqual(['AMBIGUOUS', 'PARTIAL']);
    expect(first!.runnerUp!.detail).toMatch(/^\$[\d.]+ \+ \$[\d.]+ adds up as well$/);
    expect(first!.explanation!.contributions.at(-1)!.detail).toBe('Other rows add up as well');
  });

  it('of equal lines are one sum, and approved', async () => {
    const [first] = await run({ rewards: [line(10000)], pos: [line(5000), line(5000), line(5000)] });
    expect(first).toMatchObject({ result: 'match', reasonCodes: ['PARTIAL'] });
    expect(first!.posIndexes).toHaveLength(2);
  });

  it('of rewards on one sale name the reward that adds up as well', async () => {
    const certificate = (amountCents: number, more: Partial<Transaction>) =>
      row({ ...LINDA, amountCents, ...more });
    const rewards = [
      certificate(3000, { program: 'alle', service: 'Botox' }),
      certificate(2000, { program: 'alle', service: 'Juvederm' }),
      certificate(2000, { program: 'aspire', service: 'Dysport' }),
    ];
    const results = await run({ rewards, pos: [line(5000, 'Loyalty discount')] });
    const joined = results.filter(
      ({ posIndexes, rewardIndex }) => rewardIndex !== null && posIndexes.length > 0,
    );
    expect(joined.map(({ result }) => result)).toEqual(['review_required', 'review_required']);
    expect(joined[0]!.nearestReward!.detail).toBe('$30.00 + $20.00 adds up as well');
    const left = results.find(({ posIndexes }) => posIndexes.length === 0)!;
    expect(left.reasonCodes).toEqual(['REDEEMED_NOT_IN_POS']);
  });

  it('are the same whatever the order of rows', async () => {
    const lines = fc.array(
      fc.record({
        amountCents: fc.constantFrom(2000, 3000, 4000, 5000, 6000),
        service: fc.constantFrom('Botox', 'Botox 20u', 'Botox Cosmetic'),
      }),
      { minLength: 2, maxLength: 6 },
    );
    const told = async (pos: Transaction[]) => {
      const [first] = await run({ rewards: [line(10000)], pos });
      const said = first!.posIndexes
        .map((index) => `${pos[index]!.amountCents} ${pos[index]!.service}`)
        .sort();
      return { said, result: first!.result, codes: first!.reasonCodes };
    };
    await fc.assert(
      fc.asyncProperty(lines, async (given) => {
        const pos = given.map(({ amountCents, service }) => line(amountCents, service));
        expect(await told(pos.toReversed())).toEqual(await told(pos));
      }),
      { numRuns: 40 },
    );
  });
});

it.each<[string, Partial<Transaction>, Partial<Transaction>]>([
  ['programs', { program: 'alle', service: 'Botox' }, { program: 'aspire', service: 'Dysport' }],
  ['products', { program: 'alle', service: 'Botox' }, { program: 'alle', service: 'Juvederm' }],
])('two certificates of different %s are not one redeemed twice', async (_what, first, second) => {
  const results = await run({ rewards: [row(first), row(second)], pos: [row({ service: 'Rewards' })] });
  expect(results.flatMap(({ reasonCodes }) => reasonCodes)).not.toContain('DUPLICATE_REDEMPTION');
});

it.each([
  ['Damean Robbinz', 'match'],
  ['Robbins Damian', 'match'],
  ['Demetra Robbins', 'no_match'],
])('beside that of Damian Robbins on his invoice a certificate of %s is a %s', async (customerName, result) => {
  const pos = [row({ customerName: 'Damian Robbins', amountCents: 26_000 })];
  const certificates = [
    row({ customerName: 'Damian Robbins', amountCents: 3000 }),
    row({ customerName, amountCents: 1000 }),
  ];
  const results = await run({ rewards: certificates, pos });
  expect(results.slice(0, 2).map((one) => one.result)).toEqual(['match', result]);
});

it('a man and a woman on one phone whose names sound alike did not redeem twice', async () => {
  const couple = ['John Ramsey', 'Jane Ramsey'].map((customerName) =>
    row({ customerName, customerPhone: '555-201-0008', program: 'alle' }),
  );
  const results = await run({ rewards: couple, pos: [couple[0]!] });
  expect(results[1]!.reasonCodes).toEqual(['REDEEMED_NOT_IN_POS']);
});

it('a sale whose nearest reward came to nothing is not said to have lost it to another sale', async () => {
  const rewards = [row({ customerName: 'Gina Novak', program: 'alle' })];
  const results = await run({ rewards, pos: [row({ customerName: 'Olga Petrova' })] });
  expect(results[0]!.result).toBe('no_match');
  expect(results[1]!.nearestReward?.detail ?? '').not.toContain('matched with another sale');
});
