import { againstCurrent, type Said } from './against-current.ts';
import type { Evidence } from './evidence.ts';

const ROWS = 60;
const labels = Uint8Array.from({ length: ROWS }, (_, i) => i % 2);
const evidence = (labelled = ROWS) =>
  ({ labels, labelled, candidates: { reward: Int32Array.from(labels, (_, i) => i) } }) as unknown as Pick<
    Evidence,
    'candidates' | 'labelled' | 'labels'
  >;
const BOUNDS = { approveFrom: 0.99, approveAgreeingFrom: 0.95 };
const saying = (logOdds: Float64Array): Said => ({
  logOdds,
  approvals: [...logOdds].map((score, row) => ({
    row,
    probability: 1 / (1 + Math.exp(-score)),
    isTrue: labels[row] === 1,
    isAmountOpen: false,
  })),
});
/** Right about everything, as sure as that. */
const sureBy = (logOdds: number): Said =>
  saying(Float64Array.from(labels, (label) => (label === 1 ? logOdds : -logOdds)));
const against = (given: Parameters<typeof againstCurrent>[0], compared: { current: Said; adapted: Said }) =>
  againstCurrent(given, compared, BOUNDS, 1);

describe('an adapted model against the current one', () => {
  it('is better when every pair is told more surely', () => {
    const { isBetter, lossSaved } = against(evidence(), { current: sureBy(1), adapted: sureBy(2) });
    expect(isBetter).toBe(true);
    expect(lossSaved.low).toBeGreaterThan(0);
  });

  it('is never called better by fewer than 30 labelled pairs, nor by chance', () => {
    expect(against(evidence(29), { current: sureBy(1), adapted: sureBy(2) }).isBetter).toBe(false);
    expect(against(evidence(), { current: sureBy(2), adapted: sureBy(2) }).isBetter).toBe(false);
  });

  it('is not better when it would approve a wrong pair by itself, whatever it saves elsewhere', () => {
    const adapted = sureBy(6).logOdds;
    adapted[0] = 3;
    const current = sureBy(1).logOdds;
    current[0] = 0.5;
    const verdict = against(evidence(), { current: saying(current), adapted: saying(adapted) });
    expect(verdict.lossSaved.low).toBeGreaterThan(0);
    expect(verdict.wronglyApproved).toEqual({ current: 0, adapted: 1 });
    expect(verdict.isBetter).toBe(false);
  });

  it('is judged the same way twice', () => {
    const compared = { current: sureBy(1), adapted: sureBy(1.5) };
    expect(against(evidence(), compared)).toEqual(against(evidence(), compared));
  });
});
