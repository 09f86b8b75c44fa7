import { formatCount } from './counts.ts';

test.each([
  0, 7, 999, 1000, 132_046, 5_000_000, 1_234_567_890,
])('%i rows are counted as Americans write it', (count) => {
  expect(formatCount(count)).toBe(count.toLocaleString('en-US'));
});
