import type { Program, Transaction } from '@medspasync/schemas';
import type { PaidBefore } from './read-books.ts';
import { settle } from './settle.ts';

const entry = (date: string, amountCents: number, more: Partial<Transaction> = {}): Transaction => ({
  date,
  amountCents,
  program: 'alle',
  ...more,
});
const paid = (date: string, paidOn: string): PaidBefore => ({ date, paidOn, program: 'alle' });
const ASOF = { asOf: '2024-06-30' };

describe('a lump reimbursement', () => {
  it('is split over everything that was open by some day, oldest first', () => {
    const redemptions = [
      entry('2024-01-02', 2000),
      entry('2024-01-09', 4000),
      entry('2024-01-09', 2000),
      entry('2024-02-20', 4000),
    ];
    const { payments, paidCents } = settle({ payments: [entry('2024-02-15', 8000)], redemptions }, ASOF);
    expect(payments[0]).toMatchObject({ result: 'settled', redemptionRows: [0, 1, 2], reasonCodes: [] });
    expect(payments[0]!.detail).toContain('3 redemptions of 2 January 2024 to 9 January 2024, $80.00');
    expect(paidCents).toBe(8000);
  });

  it('is settled by the only set of redemptions that adds up', () => {
    const redemptions = [entry('2024-01-02', 2000), entry('2024-01-05', 3500), entry('2024-01-07', 1100)];
    const { payments } = settle({ payments: [entry('2024-02-01', 3100)], redemptions }, ASOF);
    expect(payments[0]).toMatchObject({ result: 'settled', redemptionRows: [0, 2] });
  });

  it('that several sets add up to goes to a person, with the sets named', () => {
    const redemptions = [entry('2024-01-02', 3000), entry('2024-01-05', 2000), entry('2024-01-07', 2000)];
    const { payments, redemptions: states } = settle(
      { payments: [entry('2024-02-01', 2000)], redemptions },
      ASOF,
    );
    expect(payments[0]).toMatchObject({
      result: 'review',
      redemptionRows: [],
      alternatives: [[1], [2]],
      reasonCodes: ['AMBIGUOUS'],
    });
    expect(states.map(({ result }) => result)).toEqual(['overdue', 'review', 'review']);
  });

  it('that pays one of two equal redemptions of a day asks a person which', () => {
    const redemptions = [entry('2024-01-02', 2000), entry('2024-01-05', 4000), entry('2024-01-05', 4000)];
    const {
      payments,
      redemptions: states,
      paidCents,
    } = settle({ payments: [entry('2024-02-01', 6000)], redemptions }, ASOF);
    expect(payments[0]).toMatchObject({
      result: 'review',
      redemptionRows: [],
      alternatives: [
        [0, 1],
        [0, 2],
      ],
      reasonCodes: ['AMBIGUOUS'],
    });
    expect(payments[0]!.detail).toContain(
      'of 2 equal redemptions of one day it pays 1, and does not say which',
    );
    expect([states[0]!.result, paidCents]).toEqual(['review', 0]);
  });

  it('that pays both of two equal redemptions of a day asks nobody', () => {
    const redemptions = [entry('2024-01-05', 4000), entry('2024-01-05', 4000), entry('2024-01-07', 2500)];
    const { payments } = settle({ payments: [entry('2024-02-01', 8000)], redemptions }, ASOF);
    expect(payments[0]).toMatchObject({ result: 'settled', redemptionRows: [0, 1] });
  });

  it('that falls short names by how much', () => {
    const books = {
      payments: [entry('2024-02-01', 5500)],
      redemptions: [entry('2024-01-02', 2000), entry('2024-01-05', 4000)],
    };
    const { payments, shortCents } = settle(books, ASOF);
    expect(payments[0]).toMatchObject({
      result: 'review',
      alternatives: [[0, 1]],
      reasonCodes: ['REIMBURSED_SHORT'],
    });
    expect([payments[0]!.shortCents, shortCents]).toEqual([500, 500]);
  });

  it('that is more than all that is open explains nothing', () => {
    const books = { payments: [entry('2024-02-01', 9000)], redemptions: [entry('2024-01-02', 2000)] };
    const { payments } = settle(books, ASOF);
    expect(payments[0]).toMatchObject({
      result: 'unexplained',
      detail: '$70.00 more than all open redemptions together',
    });
  });

  it.each([
    ['another program', { program: 'evolus' as Program }],
    ['another location', { location: 'Uptown' }],
    ['a day after the payment', { date: '2024-02-02' }],
    ['a day before the window', { date: '2023-12-01' }],
  ])('pays no redemption of %s', (_what, more) => {
    const redemptions = [{ ...entry('2024-01-15', 2000), location: 'Downtown', ...more }];
    const payments = [{ ...entry('2024-02-01', 2000), location: 'Downtown' }];
    expect(settle({ payments, redemptions }, ASOF).payments[0]!.result).toBe('unexplained');
  });

  it('leaves to a person what two payments claim', () => {
    const payments = [entry('2024-02-01', 2000), entry('2024-02-08', 2000)];
    const { payments: outcomes } = settle({ payments, redemptions: [entry('2024-01-15', 2000)] }, ASOF);
    expect(outcomes.map(({ result }) => result)).toEqual(['review', 'review']);
    expect(outcomes[0]!.detail).toContain('another payment fits the same redemptions');
  });

  it('comes in turn: a later one that adds up from the beginning too pays what the earlier left open', () => {
    const redemptions = ['01-08', '01-09', '01-15', '01-16', '01-17', '01-22'].map((date, i) =>
      entry(`2024-${date}`, [4000, 2000, 1000, 3000, 6000, 2500][i]!),
    );
    const payments = [entry('2024-02-01', 6000), entry('2024-02-08', 10_000), entry('2024-02-15', 2500)];
    const paidBefore = [paid('2023-12-31', '2024-01-25')];
    const { payments: outcomes } = settle({ payments, redemptions, paidBefore }, ASOF);
    expect(outcomes.map(({ redemptionRows }) => redemptionRows)).toEqual([[0, 1], [2, 3, 4], [5]]);
  });

  it('has no turn while an earlier one is a question: whole days that come to its amount by chance pay nothing', () => {
    const redemptions = [4000, 2000, 1000, 3000, 6000].map((cents, i) => entry(`2024-01-0${i + 1}`, cents));
    const payments = [entry('2024-02-01', 5000), entry('2024-02-08', 7000)];
    const { payments: outcomes } = settle({ payments, redemptions }, ASOF);
    expect(outcomes.map(({ result }) => result)).toEqual(['review', 'review']);
  });

  it.each([
    [5000, 7000],
    [6000, 9500],
  ])('has no turn beside one of its day that is a question (%i and %i cents)', (one, other) => {
    const redemptions = [4000, 2000, 1000, 3000, 6000, 500].map((cents, i) =>
      entry(`2024-01-0${i + 1}`, cents),
    );
    const payments = [entry('2024-02-01', one), entry('2024-02-01', other)];
    const { payments: outcomes } = settle({ payments, redemptions }, ASOF);
    expect(outcomes.map(({ result }) => result)).toEqual(['review', 'review']);
  });

  it('reaches back over nothing that an earlier one passed over', () => {
    const redemptions = [
      entry('2024-01-01', 3000),
      entry('2024-01-10', 2000),
      entry('2024-01-11', 4000),
      entry('2024-01-12', 3000),
    ];
    const books = {
      payments: [entry('2024-02-01', 5000)],
      redemptions,
      paidBefore: [paid('2024-01-09', '2024-01-25')],
    };
    const [outcome] = settle(books, ASOF).payments;
    expect(outcome).toMatchObject({ result: 'settled', redemptionRows: [1, 3] });
    expect(outcome!.detail).toBe(
      '2 redemptions of 10 January 2024 to 12 January 2024, $50.00: all that was open in those days but 1 redemption of 11 January 2024, $40.00',
    );
  });

  it('has no turn behind one with too much to look through', () => {
    const redemptions = Array.from({ length: 200 }, (_, i) =>
      entry(`2024-01-${String(Math.floor(i / 10) + 1).padStart(2, '0')}`, 10_001 + i),
    );
    const firstDay = redemptions.slice(0, 10).reduce((sum, { amountCents }) => sum + amountCents, 0);
    const payments = [entry('2024-02-01', 1_000_003), entry('2024-02-08', firstDay)];
    const { payments: outcomes } = settle({ payments, redemptions }, ASOF);
    expect(outcomes.map(({ result }) => result)).toEqual(['unexplained', 'unexplained']);
    expect(outcomes[0]!.detail).toContain('Too many open redemptions');
  });

  it('goes on after a redemption that was refused, and finds it left out first', () => {
    const day = (n: number) => `2024-01-${String(n).padStart(2, '0')}`;
    const amounts = [4000, 2000, 3000, 2500, 1500, 5000, 3500, 1000, 4500];
    const redemptions = amounts.map((cents, i) => entry(day(i + 1), cents));
    const first = settle({ payments: [entry('2024-02-01', 8500)], redemptions }, ASOF);
    expect(first.payments[0]).toMatchObject({ result: 'review' });
    expect(first.payments[0]!.alternatives[0]).toEqual([0, 1, 3]);
    const left = redemptions.filter((_, i) => ![0, 1, 3].includes(i));
    const paidBefore = [0, 1, 3].map((i) => paid(day(i + 1), '2024-02-01'));
    const next = settle({ payments: [entry('2024-02-04', 10_000)], redemptions: left, paidBefore }, ASOF);
    expect(next.payments[0]).toMatchObject({ result: 'settled', redemptionRows: [1, 2, 3] });
  });

  it('waits for no earlier one that can have paid nothing of the same', () => {
    const redemptions = [entry('2024-01-02', 2000), entry('2024-01-02', 2000), entry('2024-03-02', 2000)];
    const payments = [entry('2024-02-01', 2000), entry('2024-04-01', 2000)];
    const { payments: outcomes } = settle({ payments, redemptions }, ASOF);
    expect(outcomes[1]!.redemptionRows).toEqual([2]);
  });

  it('makes one redemption with another of its file, where there is one such way', () => {
    const payments = [entry('2024-02-01', 2500), entry('2024-02-08', 1500), entry('2024-02-08', 700)];
    const redemptions = [entry('2024-01-15', 4000), entry('2024-01-16', 9000)];
    const { payments: outcomes, redemptions: states, paidCents } = settle({ payments, redemptions }, ASOF);
    expect(outcomes.map(({ redemptionRows, result }) => [result, redemptionRows])).toEqual([
      ['settled', [0]],
      ['settled', [0]],
      ['review', []],
    ]);
    expect(outcomes[0]).toMatchObject({
      otherPartRow: 1,
      detail: '1 redemption of 15 January 2024, $40.00, with a payment of $15.00 of the same file',
    });
    expect(states[0]).toMatchObject({ result: 'paid', paymentRows: [0, 1] });
    expect(paidCents).toBe(4000);
  });

  it.each([
    ['two redemptions that it could be', [2500, 1500], ['2024-01-15', '2024-01-16'], undefined],
    ['two payments that could be the other part', [2500, 1500, 1500], ['2024-01-15'], undefined],
    ['another file', [2500, 1500], ['2024-01-15'], ['a', 'b']],
  ])('is left to a person for %s', (_what, amounts, days, files) => {
    const payments = amounts.map((amount) => entry('2024-02-01', amount));
    const redemptions = days.map((day) => entry(day, 4000));
    const settlement = settle({ payments, redemptions }, { ...ASOF, ...(files && { files }) });
    expect(settlement.payments.every(({ result }) => result === 'review')).toBe(true);
  });

  it('settled first narrows what the next can mean', () => {
    const redemptions = [entry('2024-01-02', 2000, { location: 'Uptown' }), entry('2024-01-05', 2000)];
    const payments = [entry('2024-02-01', 2000), entry('2024-02-01', 4000, { program: 'evolus' })];
    const evolus = [entry('2024-01-03', 4000, { program: 'evolus' })];
    const paidBefore = [paid('2023-12-31', '2024-01-29')];
    const books = { payments, redemptions: [...redemptions, ...evolus], paidBefore };
    const { payments: outcomes } = settle(books, ASOF);
    expect(outcomes.map(({ redemptionRows }) => redemptionRows)).toEqual([[0], [2]]);
  });
});

describe('a redemption nobody paid', () => {
  it('is awaited inside its window and overdue after it', () => {
    const redemptions = [entry('2024-01-02', 2000), entry('2024-06-20', 4000)];
    const settlement = settle({ payments: [], redemptions }, ASOF);
    expect(settlement.redemptions.map(({ result }) => result)).toEqual(['overdue', 'awaited']);
    expect(settlement.redemptions[0]!.reasonCodes).toEqual(['NOT_REIMBURSED']);
    expect(settlement.overdueCents).toBe(2000);
  });
});

it('names every row that cannot be read, at once', () => {
  const books = {
    payments: [entry('soon', 2000)],
    redemptions: [{ date: '2024-01-02', amountCents: 0 }],
  };
  expect(() => settle(books, ASOF)).toThrow(
    'payments[0] has no date YYYY-MM-DD; redemptions[0] names no program; redemptions[0] has no amount above zero in whole cents',
  );
});
