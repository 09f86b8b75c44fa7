// A deadline that has passed does not read as one that can still be met.
import { claimWords } from './claim-words.ts';

test('money can be claimed through the whole last day', () => {
  expect(claimWords('2026-11-17', '2026-11-17')).toBe('claim by Nov 17, 2026');
});

test('from the day after, the words say that the day was missed', () => {
  expect(claimWords('2026-11-17', '2026-11-18')).toBe('claim was due Nov 17, 2026');
});
