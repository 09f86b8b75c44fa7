import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { currentModelDirectory } from '../node/index.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { currentScorer } from '../test-scorer.ts';
import { openModel } from './open-model.ts';

const scorer = await currentScorer();
const evaluator = scorer.evaluator!;
const widths = inputWidthsOf(rewardsToPos).comparisons;

/** Values at, beside and far from the thresholds of a feature, and none. */
const valueAround = (cuts: Float32Array): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constant(Number.NaN),
    fc.float({ noNaN: true, min: -50, max: 50 }),
    ...(cuts.length === 0
      ? []
      : [fc.constantFrom(...cuts), fc.constantFrom(...cuts).map((cut) => Math.fround(cut * (1 + 1e-6)))]),
  );
const rowsOf = (cuts: readonly Float32Array[]) =>
  fc.array(fc.tuple(...cuts.map(valueAround)), { minLength: 1, maxLength: 200 });

/** The evaluator's answers, laid out as onnxruntime lays them out. */
function evaluated(rows: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(
    rows.flatMap((row) => {
      const values = Float32Array.from(row);
      let at = 0;
      return widths.map((width, c) => {
        const logOdds = evaluator.contributions[c]!(values, at);
        at += width;
        return logOdds;
      });
    }),
  );
}

describe('ONNX equals the reference evaluator', () => {
  it('in what each comparison contributes, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(scorer.cuts!.features), async (rows) => {
        const found = await scorer.contributions(Float32Array.from(rows.flat()), rows.length);
        expect(evaluated(rows)).toEqual(found);
      }),
    );
  });

  it('in what rivals take away or add, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(scorer.cuts!.rivals), async (rows) => {
        const values = Float32Array.from(rows.flat());
        const found = await scorer.rivals(values, rows.length);
        expect(Float32Array.from(rows, (row, i) => evaluator.rivals(values, i * row.length))).toEqual(found);
      }),
    );
  });
});

describe('the most a comparison can contribute', () => {
  it('is never exceeded', () => {
    fc.assert(
      fc.property(rowsOf(scorer.cuts!.features), (rows) => {
        for (const [i, logOdds] of evaluated(rows).entries()) {
          expect(logOdds).toBeLessThanOrEqual(evaluator.mostOf[i % widths.length]!);
        }
      }),
    );
  });
});

describe('a model with a tree that reads two comparisons', () => {
  it('is run by its runtime only', async () => {
    const model = await readFile(`${currentModelDirectory()}/model.onnx`);
    const { rivals } = inputWidthsOf(rewardsToPos);
    const [first, second, ...rest] = widths;
    expect(openModel(model, { comparisons: widths, rivals })).toBeDefined();
    expect(openModel(model, { comparisons: [first! - 5, second! + 5, ...rest], rivals })).toBeUndefined();
  });
});
