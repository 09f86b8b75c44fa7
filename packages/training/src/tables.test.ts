import type { JudgedReward } from './evaluate-engine.ts';
import { summariseJudgement } from './summarise-judgement.ts';
import { judgementTable } from './tables.ts';

const reward = (of: Partial<JudgedReward>): JudgedReward =>
  ({
    probability: 0.9,
    recommendation: 'REVIEW_REQUIRED',
    claimed: 1,
    right: 1,
    toFind: 1,
    isTrue: true,
    named: true,
    ...of,
  }) as JudgedReward;

const rowOf = (rewards: readonly JudgedReward[]): string[] =>
  judgementTable('books', new Map([['b', summariseJudgement(rewards)]]))
    .split('\n')
    .at(-1)!
    .split(' | ');

test('precision and F1 stand with their intervals, which more rewards narrow', () => {
  const [, , precision, recall, f1] = rowOf([
    ...Array.from({ length: 9 }, () => reward({})),
    reward({ right: 0, isTrue: false }),
  ]);
  expect([precision, recall, f1]).toEqual([
    '0.9000 (0.5958–0.9821)',
    '0.9000',
    expect.stringMatching(/^0\.9000 \(0\.6/),
  ]);
});

test('what cannot be measured is a dash: a ranking of true pairs only, a share of nothing', () => {
  expect(rowOf([reward({}), reward({})])[5]).toBe('–');
  expect(rowOf([reward({ claimed: 0, right: 0, toFind: 0, named: false })]).slice(2, 6)).toEqual([
    '–',
    '–',
    '–',
    '–',
  ]);
});
