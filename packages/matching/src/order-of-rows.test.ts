// The order of rows in a file says nothing: the same rows get the same answers, to the last bit of their probability.
import type { Transaction } from '@medspasync/schemas';
import { createRandom, ERROR_PROCESSES, generateBooks, type Random } from '@medspasync/test-kit';
import { reconcile } from './reconcile.ts';
import type { Books } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const shuffled = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** What a row says. The engine reads neither its id, nor the time of day, nor case: such rows stand in for each other. */
const contentOf = (row: Transaction): string =>
  JSON.stringify({ ...row, transactionId: undefined, date: row.date?.slice(0, 10) }).toLowerCase();

/** Of every reward what it says, then verdict, probability, reasons, the sales it got and the one that came second; in order of content. */
async function answersTo(books: Books): Promise<string[]> {
  const { results } = await reconcile(books, { scorer: await currentScorer(), explanations: 'none' });
  return results
    .filter(({ rewardIndex }) => rewardIndex !== null)
    .map(({ rewardIndex, result, matchProbability, reasonCodes, posIndexes, runnerUp }) => {
      const sales = posIndexes.map((index) => contentOf(books.pos[index]!)).sort();
      return JSON.stringify([
        contentOf(books.rewards[rewardIndex!]!),
        result,
        matchProbability,
        reasonCodes,
        sales,
        runnerUp && contentOf(books.pos[runnerUp.posIndex]!),
      ]);
    })
    .sort();
}

const SEEDS = [1, 2, 3];

describe.each(ERROR_PROCESSES)('of %s books', (process) => {
  it.each(SEEDS)('the order changes neither verdicts nor probabilities (seed %i)', async (seed) => {
    const books = generateBooks({ seed, rewards: 80, process, difficulty: 'hard' });
    const random = createRandom(seed);
    const mixed = { rewards: shuffled(books.rewards, random), pos: shuffled(books.pos, random) };
    expect(await answersTo(mixed)).toEqual(await answersTo(books));
  });
});

const sale = (changes: Partial<Transaction>): Transaction => ({
  customerName: 'Donna Hiley',
  amountCents: 2500,
  date: '2024-01-18',
  ...changes,
});

describe('rows exchanged by hand', () => {
  const alike = { amountCents: 2000, date: '2026-03-05', customerPhone: '555-123-4567', service: 'Dysport' };
  const certificates = [6000, 4000, 2000].map((amountCents, i) =>
    sale({ ...alike, amountCents, program: 'aspire', reference: `ASP-10000${i}${i}` }),
  );
  const family = { amountCents: 4000, customerName: 'Dan Hill' };
  const books: Record<string, Books> = {
    'three certificates for an invoice that two fill': {
      rewards: certificates,
      pos: [sale({ ...alike, amountCents: 10_000, invoiceId: 'INV-1001' })],
    },
    'three certificates for an invoice that no two fill': {
      rewards: certificates,
      pos: [sale({ ...alike, amountCents: 11_000, invoiceId: 'INV-1001' })],
    },
    'strangers at one phone, hopeless alike until their names are read': {
      rewards: [sale({ customerName: 'Ann Lee', customerPhone: '555-123-4567', program: 'alle' })],
      pos: ['Zoe Quist', 'Bo Annlind', 'Anna Leigh'].map((customerName) => {
        const stranger = { customerName, customerPhone: '555-123-4567', amountCents: 99_900 };
        return sale({ ...stranger, date: '2022-03-02', service: 'Dysport', program: 'aspire' });
      }),
    },
    'a refund that either of two sales of its day may be meant by': {
      rewards: [sale({ invoiceId: 'INV-2' })],
      pos: [
        sale({ invoiceId: 'INV-1' }),
        sale({ invoiceId: 'INV-2' }),
        sale({ type: 'refund', date: '2024-01-20' }),
      ],
    },
    'two splits within reach of each other': {
      rewards: [
        sale({ amountCents: 5000, date: '2024-01-21', program: 'alle' }),
        sale({ customerName: 'Dan Hill', amountCents: 6626, date: '2024-01-21', program: 'alle' }),
      ],
      pos: [
        sale({ program: 'alle' }),
        sale({}),
        sale({ ...family, program: 'alle' }),
        sale({ ...family, amountCents: 2626 }),
      ],
    },
  };

  it.each(Object.keys(books))('%s: no order of theirs changes anything', async (name) => {
    const { rewards, pos } = books[name]!;
    const answers = await answersTo({ rewards, pos });
    for (let turn = 0; turn < rewards.length; turn++) {
      const turned = [...rewards.slice(turn), ...rewards.slice(0, turn)];
      expect(await answersTo({ rewards: turned, pos })).toEqual(answers);
      expect(await answersTo({ rewards: turned.toReversed(), pos: pos.toReversed() })).toEqual(answers);
    }
  });
});
