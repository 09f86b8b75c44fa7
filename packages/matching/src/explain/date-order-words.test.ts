import { dateOrderWords } from './date-order-words.ts';

test.each([
  ['agrees as written', { asWritten: 90, exchanged: 0 }],
  ['has a few slips of the pen among many rows', { asWritten: 900, exchanged: 40 }],
  ['is too small to tell', { asWritten: 0, exchanged: 4 }],
])('a job that %s has nothing to say of its days', (_which, orders) => {
  expect(dateOrderWords(orders)).toBeNull();
});

test('a file read with day and month exchanged is told by its pairs', () => {
  expect(dateOrderWords({ asWritten: 3, exchanged: 1200 })).toMatch(
    /^Day and month seem exchanged .*: 1,200 pairs .*, 3 as written\. Read that file again/,
  );
});
