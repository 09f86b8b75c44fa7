// Times single pairs in this process: `time-pairs.mjs PAIRS RUNS`, run through tsx. Prints microseconds as JSON.
import { predictPairNow } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/node';
import { generateBooks } from '@medspasync/test-kit';

const [pairCount = 0, runs = 0] = process.argv.slice(2).map(Number);
const scorer = await loadScorer();
const { rewards, pos, truth } = generateBooks({
  seed: 77,
  rewards: pairCount,
  process: 'front-desk',
  difficulty: 'easy',
  columns: 'full',
  namePool: 'b',
});
const pairs = truth.flatMap(({ rewardIndex, posIndexes: [posIndex] }) => {
  const reward = rewards[rewardIndex];
  const sale = posIndex === undefined ? undefined : pos[posIndex];
  return reward && sale ? [{ reward, sale }] : [];
});
const texts = pairs.map((pair) => JSON.stringify(pair));

/** Until then not everything is compiled: that is done by other threads, which wait where the machine is busy. */
const UNMEASURED_ROUNDS = 5;

/** @param {(pair: number) => unknown} ask */
function timed(ask) {
  const times = new Float64Array(pairs.length * runs);
  for (let run = -UNMEASURED_ROUNDS; run < runs; run++) {
    for (let i = 0; i < pairs.length; i++) {
      const started = performance.now();
      ask(i);
      if (run >= 0) times[run * pairs.length + i] = (performance.now() - started) * 1000;
    }
  }
  times.sort();
  /** @param {number} share */
  const percentile = (share) => times[Math.ceil(share * times.length) - 1];
  return { p50: percentile(0.5), p99: percentile(0.99) };
}

const parse = timed((i) => JSON.parse(texts[i] ?? ''));
const predict = timed((i) => {
  const pair = pairs[i];
  return pair && predictPairNow(pair.reward, pair.sale, { scorer }).matchProbability;
});
const explain = timed((i) => {
  const pair = pairs[i];
  return pair && predictPairNow(pair.reward, pair.sale, { scorer }).explanation;
});
console.log(JSON.stringify({ pairs: pairs.length, parse, predict, explain }));
