import { readEngineArguments } from './engine-arguments.mjs';

test('without options the bench is small', () => {
  expect(readEngineArguments([])).toEqual({ sizes: [10_000], runs: 3, difficulty: 'easy' });
});

test('sizes run from small to large, each once', () => {
  expect(readEngineArguments(['--n', '100000,10000,100000', '--runs', '5'])).toMatchObject({
    sizes: [10_000, 100_000],
    runs: 5,
  });
});

test('every mistake is named at once', () => {
  expect(() => readEngineArguments(['--n', '10k', '--runs', '0', '--difficulty', 'fair'])).toThrow(
    /--n must .*\n--runs must .*\n--difficulty must/,
  );
  expect(() => readEngineArguments(['--size', '3'])).toThrow('--size');
});
