import { skippedWords } from './skipped-words.ts';

test('a job that was looked at in full has nothing to say, another how much was passed over and what helps', () => {
  expect(skippedWords({ skippedBlocks: 0 })).toBeNull();
  expect(skippedWords({ skippedBlocks: 1 })).toMatch(
    /^Not all was looked at: Once a reward .* may be missing\. /,
  );
  expect(skippedWords({ skippedBlocks: 6000 })).toContain('6,000 times');
});
