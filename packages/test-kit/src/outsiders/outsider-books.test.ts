import { OUTSIDERS, outsiderBooks } from './outsider-books.ts';

describe.each(OUTSIDERS)('books of the %s', (outsider) => {
  const books = (seed: number, difficulty: 'easy' | 'hard' = 'hard') =>
    outsiderBooks(outsider, { seed, rewards: 300, difficulty });

  it('are the same for the same seed, and others for another', () => {
    expect(books(4)).toEqual(books(4));
    expect(books(5).rewards).not.toEqual(books(4).rewards);
  });

  it('link every reward to rows that exist, and no row twice', () => {
    const { rewards, pos, truth } = books(4);
    expect(truth.map((link) => link.rewardIndex)).toEqual(rewards.map((_, index) => index));
    const claimed = truth.flatMap((link) => link.posIndexes);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed.every((index) => pos[index] !== undefined)).toBe(true);
  });

  it('have positive whole cents and unique ids', () => {
    const { rewards, pos } = books(6);
    expect(
      [...rewards, ...pos].filter((row) => !(Number.isSafeInteger(row.amountCents) && row.amountCents > 0)),
    ).toEqual([]);
    for (const side of [rewards, pos])
      expect(new Set(side.map((row) => row.transactionId)).size).toBe(side.length);
  });

  it('have more errors when they are to be hard', () => {
    const errors = (difficulty: 'easy' | 'hard') =>
      books(7, difficulty).truth.reduce((count, link) => count + link.errors.length, 0);
    expect(errors('hard')).toBeGreaterThan(1.3 * errors('easy'));
  });
});
