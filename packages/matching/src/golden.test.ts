// What the engine answers, to the last bit: a change of speed must not change it, a change of judgement must say so.
import { createHash } from 'node:crypto';
import { generateBooks } from '@medspasync/test-kit';
import { reconcile } from './reconcile.ts';
import { currentScorer } from './test-scorer.ts';

/** SHA-256 of the results as JSON, of the model in use. */
const GOLDEN = '56273a79f22129f8c264d30420f352bbc56998063a633a463fc090c6624f356c';

it('a book of 3,000 rewards gets the very same answer as before', async () => {
  const books = generateBooks({ seed: 3000, rewards: 3000, process: 'front-desk', difficulty: 'hard' });
  const { results } = await reconcile(books, { scorer: await currentScorer() });
  expect(createHash('sha256').update(JSON.stringify(results)).digest('hex')).toBe(GOLDEN);
});
