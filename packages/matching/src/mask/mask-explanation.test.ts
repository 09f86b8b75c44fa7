import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import fc from 'fast-check';
import { predictPair } from '../predict.ts';
import { reconcile } from '../reconcile.ts';
import { currentScorer } from '../test-scorer.ts';
import { maskDetail, maskExplanation, maskResult } from './mask-explanation.ts';

const row = (changes: Partial<Transaction>): Transaction => ({
  customerName: 'Katherine Reed',
  amountCents: 4000,
  date: '2024-01-15',
  ...changes,
});

/** Every text of an answer; its numbers may hold any digits. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('a masked explanation', () => {
  it('says what agrees without saying whose', async () => {
    const { explanation } = await predictPair(
      row({ customerPhone: '5551234567', service: 'Botox Cosmetic' }),
      row({
        customerName: 'Kate Reed',
        customerPhone: '(555) 123-4567',
        amountCents: 62000,
        date: '2024-01-14',
        service: 'Tox – forehead',
      }),
      { scorer: await currentScorer() },
    );
    expect(
      maskExplanation(explanation)
        .contributions.map(({ detail }) => detail)
        .slice(0, 5),
    ).toEqual([
      'Names agree (nickname)',
      'Same phone',
      '$40.00 of a $620.00 invoice',
      'Posted 1 day after the visit',
      'Services may be the same treatment',
    ]);
  });

  it.each([
    ['Different first name: Ann, Zoe', 'First names differ'],
    ['Last name spelled Müller and Mueller', 'Last names agree (spelling)'],
    ['First name Jon resembles John; middle names differ', 'First names are alike; middle names differ'],
    [
      'First and last name swapped; Kate is short for Katherine',
      'First and last name swapped; names agree (nickname)',
    ],
    ['Kathy sounds like Cathy', 'Names agree by sound'],
    ['J. may be Jane; one name is a single word', 'An initial agrees; one name is a single word'],
    ['“tox for jane doe” and “botox” mean the same, program fits', 'Services mean the same, program fits'],
    ['Nearest POS row: Kate is short for Katherine', 'Nearest POS row: Names agree (nickname)'],
    ['Fits equally well', 'Fits equally well'],
    ['Jane Doe was here', 'Details need patient rights'],
  ])('turns "%s" into "%s"', (said, words) => {
    expect(maskDetail(said)).toBe(words);
  });

  it('leaves the sum as it is', async () => {
    const { explanation } = await predictPair(row({}), row({ customerName: 'Kate Read' }), {
      scorer: await currentScorer(),
    });
    const masked = maskExplanation(explanation);
    const numbers = ({ logOdds }: { logOdds: number }) => logOdds;
    expect(masked.contributions.map(numbers)).toEqual(explanation.contributions.map(numbers));
    expect(masked.totalLogOdds).toBe(explanation.totalLogOdds);
  });

  it('knows every wording the engine uses: nothing is withheld from the results of real jobs', async () => {
    for (const process of ['front-desk', 'migration'] as const) {
      const books = generateBooks({ seed: 21, rewards: 300, process, difficulty: 'hard' });
      const { results } = await reconcile(books, { scorer: await currentScorer() });
      expect(JSON.stringify(results.map(maskResult))).not.toContain('Details need patient rights');
    }
  });

  it('holds no name, phone, address, code or service of any row, whatever is written there', async () => {
    const scorer = await currentScorer();
    // Letters that occur in no sentence of ours, as words and inside of them.
    const canary = fc.constantFrom('zqx', 'xqzzy', 'qzxa', 'Zqxandra', 'Qzx', 'zqxs', 'xqz-zqx', 'zqxander');
    const words = fc.array(canary, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
    const joint = fc.constantFrom(' ', '; ', ', ', '. may be ', ' is short for ', '” may be “', '\n');
    const text = fc.tuple(words, joint, words).map((parts) => parts.join(''));
    const transaction = fc.record({
      customerName: text,
      customerPhone: fc.constantFrom('5550709117', '5550709118', '9995550709'),
      customerEmail: canary.map((word) => `${word}@zqx.example`),
      service: text,
      provider: text,
      location: text,
      reference: canary.map((word) => `${word}0709117`),
      amountCents: fc.constantFrom(4000, 62000),
      date: fc.constantFrom('2024-01-15', '2024-01-16'),
    });
    await fc.assert(
      fc.asyncProperty(transaction, transaction, async (reward, pos) => {
        const { results } = await reconcile({ rewards: [reward, row({})], pos: [pos, row({})] }, { scorer });
        const { explanation } = await predictPair(reward, pos, { scorer });
        const told = [...textsIn(results.map(maskResult)), ...textsIn(maskExplanation(explanation))].join(
          '\n',
        );
        expect(told).not.toMatch(/zqx|xqz|qzx|0709|katherine|reed/i);
      }),
      { numRuns: 80 },
    );
  });
});
