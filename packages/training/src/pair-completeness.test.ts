import { rewardsToPos } from '@medspasync/matching';
import { generateBooks } from '@medspasync/test-kit';
import { completenessShare, measureCompleteness } from './pair-completeness.ts';

describe('blocking', () => {
  it('keeps the true pairs of an easy and of a hard book', () => {
    const shareOf = (difficulty: 'easy' | 'hard') =>
      completenessShare(
        measureCompleteness(
          generateBooks({ seed: 8, rewards: 600, process: 'portal-clerk', difficulty }),
          rewardsToPos,
        ),
      );
    expect(shareOf('easy')).toBeGreaterThanOrEqual(0.9995);
    expect(shareOf('hard')).toBeGreaterThanOrEqual(0.99);
  });

  it('counts the pairs it loses', () => {
    const closed = { ...rewardsToPos, blockOn: [] };
    const books = generateBooks({ seed: 8, rewards: 50, process: 'front-desk', difficulty: 'easy' });
    expect(measureCompleteness(books, closed)).toMatchObject({ kept: 0, proposed: 0, passed: 0 });
    expect(completenessShare(measureCompleteness(books, closed))).toBe(0);
  });
});
