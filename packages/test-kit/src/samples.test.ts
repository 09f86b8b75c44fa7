import { briefSample } from './brief-sample.ts';
import { sevenCategories } from './seven-categories.ts';

it('the brief sample has five matches and leaves the sixth POS row over', () => {
  const { rewards, pos, truth } = briefSample();
  expect([rewards.length, pos.length]).toEqual([5, 6]);
  expect(truth.flatMap((link) => link.posIndexes)).toEqual([0, 1, 2, 3, 4]);
});

it('the brief sample is fresh at each call', () => {
  briefSample().rewards[0]!.customerName = 'Somebody Else';
  expect(briefSample().rewards[0]!.customerName).toBe('Sarah Johnson');
});

it('all seven categories have at least three cases', () => {
  const counts: Record<string, number> = {};
  for (const { category } of sevenCategories()) counts[category] = (counts[category] ?? 0) + 1;
  expect(Object.keys(counts)).toHaveLength(7);
  expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(3);
});

it('every case has a truth for each reward, with rows that exist', () => {
  for (const { rewards, pos, expected, about } of sevenCategories()) {
    expect(about).not.toBe('');
    expect(expected.map((link) => link.rewardIndex)).toEqual(rewards.map((_, index) => index));
    for (const index of expected.flatMap((link) => link.posIndexes)) expect(pos[index]).toBeDefined();
  }
});
