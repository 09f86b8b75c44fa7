import { SalesLeft } from '../sales/sales-left.ts';
import type { Carried, EarlierDecision, NewRow } from './carry-over.ts';
import { withinSales } from './within-sales.ts';

const row = (ownId: string, isMatch: boolean, ...posIds: string[]): NewRow => ({
  id: ownId,
  ownId,
  side: 'reward',
  isMatch,
  posIds,
});

const carried = (resultId: string, verdict: Carried['verdict'], ...posIds: string[]): Carried => ({
  resultId,
  verdict,
  posIds,
  earlier: { id: `of ${resultId}`, isProposed: false } as EarlierDecision,
});

/** Every reward is worth $40. @param others cents that rewards which are not among `decisions` have of P1, which is worth `saleCents`. */
function within(
  rows: NewRow[],
  decisions: Carried[],
  { here = 0, elsewhere = 0, saleCents = 4000 }: { here?: number; elsewhere?: number; saleCents?: number },
) {
  const matched = rows.filter(({ isMatch, posIds }) => isMatch && posIds.includes('P1'));
  const left = new SalesLeft(
    rows.flatMap(({ id: resultId }) =>
      ['P1', 'P9'].map((saleId) => ({
        resultId,
        saleId,
        lineageId: saleId,
        saleCents,
        takesCents: 4000,
        rewards: 0,
        centsHere: saleId === 'P1' ? here + 4000 * matched.filter(({ id }) => id !== resultId).length : 0,
        centsElsewhere: saleId === 'P1' ? elsewhere : 0,
        completedAt: null,
        refundedCents: 0,
        refundFitsOther: false,
        writtenOffCents: 0,
        writtenOffId: null,
      })),
    ),
  );
  const byId = new Map(rows.map((one) => [one.id, one]));
  const outcome = withinSales({ carried: decisions, reopened: [] }, byId, left);
  return {
    carried: outcome.carried.map(({ resultId, verdict }) => [resultId, verdict]),
    reopened: outcome.reopened.map(({ resultId, why }) => [resultId, why]),
  };
}

test('a pair whose sale a match of the run has is open again', () => {
  expect(within([row('R1', false, 'P9')], [carried('R1', 're_paired', 'P1')], { here: 4000 })).toEqual({
    carried: [],
    reopened: [['R1', 'sale_taken']],
  });
});

test('an approved pair whose sale went to a reward of another run is open again, also where the run matched it', () => {
  for (const isMatch of [false, true])
    expect(
      within([row('R1', isMatch, 'P1')], [carried('R1', 'approved')], { elsewhere: 4000 }).reopened,
    ).toEqual([['R1', 'sale_taken']]);
});

test('of two words about one sale the later stands, and both where it is worth both', () => {
  const rows = [row('R1', false, 'P9'), row('R2', false)];
  const decisions = [carried('R2', 're_paired', 'P1'), carried('R1', 're_paired', 'P1')];
  expect(within(rows, decisions, {})).toEqual({
    carried: [['R2', 're_paired']],
    reopened: [['R1', 'sale_taken']],
  });
  expect(within(rows, decisions, { saleCents: 8000 }).reopened).toEqual([]);
});

test('a rejected pair frees its sale for whom a person gave it to', () => {
  const rows = [row('R1', true, 'P1'), row('R2', false)];
  const decisions = [carried('R2', 're_paired', 'P1'), carried('R1', 'rejected')];
  expect(within(rows, decisions, {})).toEqual({
    carried: [
      ['R1', 'rejected'],
      ['R2', 're_paired'],
    ],
    reopened: [],
  });
});
