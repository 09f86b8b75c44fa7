// Which days a lump paid, and what it waits for.
import type { Transaction } from '@medspasync/schemas';
import type { OpenQuestion, PaidBefore } from './read-books.ts';
import { settle } from './settle.ts';

const entry = (date: string, amountCents: number, more: Partial<Transaction> = {}): Transaction => ({
  date,
  amountCents,
  program: 'alle',
  ...more,
});
const paid = (date: string, paidOn: string): PaidBefore => ({ date, paidOn, program: 'alle' });
const ASOF = { asOf: '2024-06-30' };

describe('a lump that whole days and days without one that was refused both come to', () => {
  const redemptions = [3000, 4000, 5000, 6000, 1500, 2500, 4000].map((cents, i) =>
    entry(`2024-01-${['11', '12', '13', '14', '15', '15', '16'][i]}`, cents),
  );
  const settleOver = (amountCents: number, paidBefore: PaidBefore[]) =>
    settle({ payments: [entry('2024-02-11', amountCents)], redemptions, paidBefore }, ASOF).payments[0]!;
  // Periods that end 27 days before their payment.
  const usual = [paid('2024-01-10', '2024-02-06')];

  it('is settled over those that end as payments before did', () => {
    expect(settleOver(22_000, usual)).toMatchObject({
      result: 'settled',
      redemptionRows: [0, 1, 2, 3, 4, 5],
    });
  });

  it('is left to a person where no payment before shows how they end', () => {
    expect(settleOver(22_000, [])).toMatchObject({ result: 'review', redemptionRows: [] });
  });

  it('is settled over those from which the next payment goes on', () => {
    const payments = [entry('2024-02-11', 22_000), entry('2024-02-12', 4000)];
    const [outcome] = settle({ payments, redemptions }, ASOF).payments;
    expect(outcome).toMatchObject({ result: 'settled', redemptionRows: [0, 1, 2, 3, 4, 5] });
  });

  it('is left to a person where the whole days end as no payment before did, the likelier way first', () => {
    const { alternatives, result } = settleOver(18_000, usual);
    expect(result).toBe('review');
    expect(alternatives[0]).toEqual([0, 2, 3, 4, 5]);
    expect(alternatives).toContainEqual([0, 1, 2, 3]);
  });

  it('is told by no payment that was paid after it', () => {
    const later = [paid('2024-01-10', '2024-02-12'), paid('2024-01-12', '2024-02-14')];
    expect(settleOver(22_000, [...usual, ...later])).toMatchObject({
      result: 'settled',
      redemptionRows: [0, 1, 2, 3, 4, 5],
    });
  });
});

describe('a lump that days after the last paid one come to', () => {
  // A redemption of the 10th was paid early, by itself.
  const early = [paid('2024-01-10', '2024-01-12')];
  const after = [entry('2024-01-11', 3000), entry('2024-01-12', 4000), entry('2024-01-13', 2000)];
  const outcomeWith = (before: Transaction[]) =>
    settle(
      { payments: [entry('2024-01-17', 9000)], redemptions: [...before, ...after], paidBefore: early },
      ASOF,
    ).payments[0]!;

  it('is settled over them where nothing before does', () => {
    expect(outcomeWith([entry('2024-01-02', 1000)])).toMatchObject({
      result: 'settled',
      redemptionRows: [1, 2, 3],
    });
  });

  it('is left to a person where the days before, which were passed over, come to it too', () => {
    const { alternatives, result } = outcomeWith([entry('2024-01-02', 5000), entry('2024-01-03', 4000)]);
    expect(result).toBe('review');
    expect(alternatives).toEqual(
      expect.arrayContaining([
        [0, 1],
        [2, 3, 4],
      ]),
    );
  });
});

describe('a lump behind one that a run must not settle', () => {
  const redemptions = [4000, 2000, 1000, 3000, 6000].map((cents, i) => entry(`2024-01-0${i + 1}`, cents));
  const paidBefore = [paid('2023-12-31', '2024-02-06')];
  const resultBehind = (question: OpenQuestion) =>
    settle(
      { payments: [entry('2024-02-08', 6000)], redemptions, paidBefore, questions: [question] },
      ASOF,
    ).payments.map(({ result }) => result);

  it('has no turn, whether that is told of a day or of several', () => {
    expect(resultBehind(entry('2024-02-01', 7000))).toEqual(['review']);
    expect(resultBehind({ ...entry('2024-02-01', 7000), lastDate: '2024-02-20' })).toEqual(['review']);
  });

  it.each<[string, OpenQuestion]>([
    ['pays another program', entry('2024-02-01', 7000, { program: 'evolus' })],
    ['came after it', entry('2024-02-09', 7000)],
    ['nothing that is open explains', entry('2024-02-01', 17_500)],
    ['can have paid nothing that is open by then', entry('2023-12-31', 7000)],
  ])('has its turn where that %s', (_what, question) => {
    expect(resultBehind(question)).toEqual(['settled']);
  });

  it('is all that is reported', () => {
    const questions = [entry('2024-01-08', 4000)];
    const { payments, redemptions: states } = settle({ payments: [], redemptions, questions }, ASOF);
    expect(payments).toEqual([]);
    expect(states.map(({ result }) => result)).toEqual(Array(5).fill('overdue'));
  });
});
