import { againstCurrent } from './against-current.ts';
import type { Evidence } from './evidence.ts';

const ROWS = 60;
const labels = Uint8Array.from({ length: ROWS }, (_, i) => i % 2);
const evidence = (labelled = ROWS) =>
  ({ labels, labelled, candidates: { reward: Int32Array.from(labels, (_, i) => i) } }) as unknown as Pick<
    Evidence,
    'candidates' | 'labelled' | 'labels'
  >;
/** Right about everything, as sure as that. */
const sureBy = (logOdds: number): Float64Array =>
  Float64Array.from(labels, (label) => (label === 1 ? logOdds : -logOdds));

describe('an adapted model against the current one', () => {
  it('is better when every pair is told more surely', () => {
    const { isBetter, lossSaved } = againstCurrent(evidence(), { current: sureBy(1), adapted: sureBy(2) }, 1);
    expect(isBetter).toBe(true);
    expect(lossSaved.low).toBeGreaterThan(0);
  });

  it('is never called better by fewer than 30 labelled pairs, nor by chance', () => {
    expect(againstCurrent(evidence(29), { current: sureBy(1), adapted: sureBy(2) }, 1).isBetter).toBe(false);
    expect(againstCurrent(evidence(), { current: sureBy(2), adapted: sureBy(2) }, 1).isBetter).toBe(false);
  });

  it('is not better when it would approve a wrong pair by itself, whatever it saves elsewhere', () => {
    const adapted = sureBy(6);
    adapted[0] = 3;
    const current = sureBy(1);
    current[0] = 0.5;
    const verdict = againstCurrent(evidence(), { current, adapted }, 1);
    expect(verdict.lossSaved.low).toBeGreaterThan(0);
    expect(verdict.wronglyApproved).toEqual({ current: 0, adapted: 1 });
    expect(verdict.isBetter).toBe(false);
  });

  it('is judged the same way twice', () => {
    const compared = { current: sureBy(1), adapted: sureBy(1.5) };
    expect(againstCurrent(evidence(), compared, 7)).toEqual(againstCurrent(evidence(), compared, 7));
  });
});
