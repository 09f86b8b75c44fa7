import { readEngineArguments } from './engine-arguments.mjs';

test('without options the bench is small', () => {
  expect(readEngineArguments([])).toEqual({ sizes: [10_000], runs: 3 });
});

test('sizes run from small to large, each once', () => {
  expect(readEngineArguments(['--n', '100000,10000,100000', '--runs', '5'])).toEqual({
    sizes: [10_000, 100_000],
    runs: 5,
  });
});

test('every mistake is named at once', () => {
  expect(() => readEngineArguments(['--n', '10k', '--runs', '0'])).toThrow(/--n must .*\n--runs must/);
  expect(() => readEngineArguments(['--size', '3'])).toThrow('--size');
});
