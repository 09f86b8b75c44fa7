import type { Transaction } from '@medspasync/schemas';
import type { Candidates } from '../domain.ts';
import { normalise } from '../normalise/normalise.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { block } from './block.ts';

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 4000,
  date: '2024-01-15',
  ...changes,
});

const rows = (count: number, of: (i: number) => Partial<Transaction>): Transaction[] =>
  Array.from({ length: count }, (_, i) => row(of(i)));

const blocked = (rewards: Transaction[], pos: Transaction[]): Candidates =>
  block(normalise({ rewards, pos }), rewardsToPos.blockOn, rewardsToPos.gate);

/** Words of letters only, different for every number. */
const word = (n: number): string =>
  `${[...String(n)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a')}a`;

/** No reward looks at more POS rows than its rules' limits allow, for the few blocks of each that a name has. */
const MOST_LOOKED_AT = rewardsToPos.blockOn.reduce((sum, { limit }) => sum + 4 * limit, 0);

describe('books made to be slow', () => {
  it('of 20,000 equal rows are one pair', () => {
    const equal = rows(20_000, () => ({}));
    expect(blocked(equal, equal)).toMatchObject({ count: 1, proposed: 1 });
  });

  it('of 50,000 rows on one day with one amount close their blocks and say so', () => {
    const pos = rows(50_000, (i) => ({ customerName: `${word(i)} ${word(i * 7)}` }));
    // Nobody's names: the sales' own would be found at once.
    const rewards = rows(500, (i) => ({ customerName: `${word(i)} ${word(i * 7 + 1)}` }));
    const { proposed, passedOverRewards } = blocked(rewards, pos);
    expect(proposed).toBeLessThan(rewards.length * MOST_LOOKED_AT);
    expect(passedOverRewards).toBeGreaterThan(0);
  });

  it('of one patient with 20,000 visits, phone calls and codes close their blocks and say so', () => {
    const visits = rows(20_000, (i) => ({
      amountCents: 4000 + i,
      customerPhone: '212-555-0199',
      reference: 'GROUP-77',
    }));
    const { proposed, passedOverRewards } = blocked(visits.slice(0, 500), visits);
    expect(proposed).toBeLessThan(500 * MOST_LOOKED_AT);
    // Each once, however many of its blocks are closed.
    expect(passedOverRewards).toBe(500);
  });

  it('of 20,000 undated rows close their blocks and say so', () => {
    const undated = rows(20_000, (i) => ({ amountCents: 4000 + i, date: undefined }));
    const { proposed, passedOverRewards } = blocked(undated.slice(0, 500), undated);
    expect(proposed).toBeLessThan(500 * MOST_LOOKED_AT);
    expect(passedOverRewards).toBeGreaterThan(0);
  });

  it('of 20,000 sales and as many refunds of one name and amount are read in one go', () => {
    const sales = rows(20_000, (i) => ({ invoiceId: `INV-${10_000 + i}` }));
    const refunds = sales.map((sale): Transaction => ({ ...sale, type: 'refund' }));
    expect(normalise({ rewards: [], pos: [...sales, ...refunds] }).pos.count).toBe(40_000);
  });
});

describe('cells that no front desk types', () => {
  const cells: Partial<Transaction>[] = [
    { customerName: `Sarah ${'x'.repeat(1_000_000)}` },
    { customerName: 'Sa\u0000rah Jo\u0000hnson\u0000' },
    { customerName: '💉 Sarah ✨ Johnson 👩🏽‍⚕️' },
    { customerName: 'שרה כהן' },
    { customerName: '\u202eسارة الأحمد\u202c' },
    { customerName: 'Old Timer', date: '1900-01-01' },
    { customerName: 'New Comer', date: '2999-12-31' },
    { customerName: 'Nothing Paid', amountCents: 0 },
    { customerName: 'Everything Paid', amountCents: 999_999_999 },
    { customerName: '\ud800 Lone Surrogate' },
    { customerName: '()"“”,,--..', customerEmail: '@@', customerPhone: '++', reference: '🧾'.repeat(500) },
  ];

  it('find their own counterpart and stop nothing', () => {
    const books = cells.map((cell) => row(cell));
    const records = normalise({ rewards: books, pos: books });
    const { count, reward, pos } = block(records, rewardsToPos.blockOn, rewardsToPos.gate);
    const found = new Set(Array.from({ length: count }, (_, i) => `${reward[i]}:${pos[i]}`));
    for (const [i] of books.entries()) {
      const own = `${records.rewards.distinctOf[i]}:${records.pos.distinctOf[i]}`;
      expect(found).toContain(own);
    }
  });
});
