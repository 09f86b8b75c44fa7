import { loadScorer } from '@medspasync/matching/node';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import { judgeBooks } from './evaluate-engine.ts';
import { summariseJudgement } from './summarise-judgement.ts';

describe('the committed model', () => {
  it('keeps its promises on books it has not seen', async () => {
    const scorer = await loadScorer();
    const judged = [];
    for (const options of booksOf({ ...SPLITS.heldOut, firstSeed: 95_000, books: 1 }, [
      'front-desk',
      'bulk-import',
    ])) {
      judged.push(...(await judgeBooks(makeBooks({ ...options, difficulty: 'easy', rewards: 800 }), scorer)));
    }
    const judgement = summariseJudgement(judged);
    expect(judgement.f1).toBeGreaterThan(0.97);
    expect(judgement.autoPrecision).toBeGreaterThan(0.99);
    expect(judgement.calibrationError).toBeLessThan(0.02);
  }, 30_000);
});

describe('the curriculum', () => {
  it('never shows in training what it is judged by', () => {
    const seedsOf = (split: Parameters<typeof booksOf>[0]) => booksOf(split).map((options) => options.seed);
    const taught = new Set([SPLITS.trees, SPLITS.rivals, SPLITS.calibration].flatMap(seedsOf));
    expect(seedsOf(SPLITS.heldOut).some((seed) => taught.has(seed))).toBe(false);
    expect([SPLITS.trees, SPLITS.rivals, SPLITS.calibration].every((split) => split.namePool === 'a')).toBe(
      true,
    );
    expect(SPLITS.heldOut.namePool).toBe('b');
  });
});
