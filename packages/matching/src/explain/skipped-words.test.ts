import { skippedWords } from './skipped-words.ts';

test('a job that was looked at in full has nothing to say, another how many rewards were not and what helps', () => {
  expect(skippedWords({ passedOverRewards: 0 })).toBeNull();
  expect(skippedWords({ passedOverRewards: 1 })).toMatch(
    /^Not all was looked at: 1 reward shares .* may be missing\. /,
  );
  expect(skippedWords({ passedOverRewards: 6000 })).toContain('6,000 rewards share');
});
