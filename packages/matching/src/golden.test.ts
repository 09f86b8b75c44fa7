// What the engine answers, to the last bit: a change of speed must not change it, a change of judgement must say so.
import { createHash } from 'node:crypto';
import { generateBooks } from '@medspasync/test-kit';
import { reconcile } from './reconcile.ts';
import { currentScorer } from './test-scorer.ts';

/** SHA-256 of the results as JSON, of the model in use. */
const GOLDEN = 'd30bab357b29e72d76d8153161b15b2814b53e9cc94d929e9348746fa459b97b';

it('a book of 3,000 rewards gets the very same answer as before', async () => {
  const books = generateBooks({ seed: 3000, rewards: 3000, process: 'front-desk', difficulty: 'hard' });
  const { results } = await reconcile(books, { scorer: await currentScorer() });
  expect(createHash('sha256').update(JSON.stringify(results)).digest('hex')).toBe(GOLDEN);
});
