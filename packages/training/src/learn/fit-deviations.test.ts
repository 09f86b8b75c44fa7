import { createRandom } from '@medspasync/test-kit/random';
import { fitDeviations } from './fit-deviations.ts';

const FREE = { low: -10, high: 10 };

/** Labels of log-odds that a model shifted by -1 and doubled by mistake. */
function misjudged(rows: number) {
  const random = createRandom(9);
  const truth = Float64Array.from({ length: rows }, () => 6 * (random.next() - 0.5));
  const labels = Uint8Array.from(truth, (x) => Number(random.next() < 1 / (1 + Math.exp(-x))));
  const logOdds = truth.map((x) => 2 * x - 1);
  const ones = new Float64Array(rows).fill(1);
  return { labels, logOdds, ones };
}

describe('fitting deviations', () => {
  it('finds what a model got wrong when there is much evidence', () => {
    const { labels, logOdds, ones } = misjudged(20_000);
    const [shift, scale] = fitDeviations(logOdds, labels, [
      { column: ones, spread: 1, ...FREE },
      { column: logOdds, spread: 1, ...FREE },
    ]);
    expect(scale).toBeCloseTo(-0.5, 1);
    expect(shift).toBeCloseTo(0.5, 1);
  });

  it('moves little on little evidence, and never past its bounds', () => {
    const few = misjudged(10);
    const [moved] = fitDeviations(few.logOdds, few.labels, [{ column: few.ones, spread: 0.1, ...FREE }]);
    expect(Math.abs(moved!)).toBeLessThan(0.05);
    const many = misjudged(5000);
    const bounded = { column: many.ones, spread: 1, low: -0.1, high: 0.1 };
    expect(Math.abs(fitDeviations(many.logOdds, many.labels, [bounded])[0]!)).toBeLessThanOrEqual(0.1);
  });

  it('stays put where every label is as it was told, and copes with labels of one kind', () => {
    const ones = new Float64Array(4).fill(1);
    const [sure] = fitDeviations(Float64Array.of(30, 30, -30, -30), Uint8Array.of(1, 1, 0, 0), [
      { column: ones, spread: 1, ...FREE },
    ]);
    expect(sure).toBeCloseTo(0, 6);
    const [oneKind] = fitDeviations(new Float64Array(4), new Uint8Array(4).fill(1), [
      { column: ones, spread: 1, ...FREE },
    ]);
    expect(oneKind).toBeGreaterThan(0.5);
  });
});
