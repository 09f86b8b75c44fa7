import { confidenceLevelOf, recommendationOf, resultOf } from './confidence-bands.ts';

describe('a probability in words', () => {
  it.each([
    [1, 'Very High', 'AUTO_APPROVE'],
    [0.95, 'Very High', 'AUTO_APPROVE'],
    [0.9499, 'High', 'APPROVE_RECOMMENDED'],
    [0.85, 'High', 'APPROVE_RECOMMENDED'],
    [0.7, 'Medium', 'REVIEW_RECOMMENDED'],
    [0.5, 'Low', 'REVIEW_REQUIRED'],
    [0.49, 'Very Low', 'REVIEW_REQUIRED'],
    [0, 'Very Low', 'REVIEW_REQUIRED'],
  ])('%d is %s and says %s', (probability, level, recommendation) => {
    expect(confidenceLevelOf(probability)).toBe(level);
    expect(recommendationOf(probability)).toBe(recommendation);
  });

  it('is a match from the threshold on, a review from 0.70 on, else no match', () => {
    expect(resultOf(0.96, 0.95)).toBe('match');
    expect(resultOf(0.94, 0.95)).toBe('review_required');
    expect(resultOf(0.7, 0.95)).toBe('review_required');
    expect(resultOf(0.69, 0.95)).toBe('no_match');
    expect(resultOf(0.6, 0.5)).toBe('match');
  });
});
