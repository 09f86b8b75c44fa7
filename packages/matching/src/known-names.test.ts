// An organization's alias book: names that agree because a person said so.
import { createHash } from 'node:crypto';
import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { AliasBook } from './alias-book.ts';
import { predictPair } from './predict.ts';
import { reconcile } from './reconcile.ts';
import type { Books, NameAlias } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const row = (customerName: string, changes: Partial<Transaction> = {}): Transaction => ({
  customerName,
  amountCents: 5000,
  date: '2026-05-04',
  service: 'Botox Cosmetic',
  program: 'alle',
  ...changes,
});

const run = async (books: Books, aliases?: readonly NameAlias[], threshold = 0.95) =>
  (await reconcile(books, { scorer: await currentScorer(), threshold, ...(aliases && { aliases }) })).results;

const MAIDEN: NameAlias = {
  kind: 'alias',
  names: ['Henrietta Kowalczyk', 'Brunner, Henrietta'],
  confirmedOn: '2026-05-03',
};
const BOOKS: Books = { rewards: [row('Henrietta Kowalczyk')], pos: [row('HENRIETTA BRUNNER')] };

it('treats a maiden name that a person confirmed as the same name, and says since when', async () => {
  const [without] = await run(BOOKS);
  const [withAlias] = await run(BOOKS, [MAIDEN]);
  expect(without!.result).not.toBe('match');
  expect(withAlias).toMatchObject({ result: 'match', posIndexes: [0], reasonCodes: [] });
  const { contributions, totalLogOdds, baseLogOdds } = withAlias!.explanation!;
  expect(contributions[0]).toMatchObject({
    comparison: 'name',
    detail: 'Known alias: confirmed on 3 May 2026',
  });
  expect(contributions.reduce((sum, { logOdds }) => sum + logOdds, baseLogOdds)).toBeCloseTo(totalLogOdds, 6);
});

it('finds the pair however different the two names are, whichever side has which', async () => {
  const names = ['Henrietta Kowalczyk', 'Zoë Adeyemi'] as const;
  const aliases: NameAlias[] = [{ kind: 'alias', names: [...names], confirmedOn: '2026-05-03' }];
  const [one] = await run({ rewards: [row(names[0])], pos: [row(names[1])] }, aliases);
  const [other] = await run({ rewards: [row(names[1])], pos: [row(names[0])] }, aliases);
  expect(one).toMatchObject({ result: 'match', posIndexes: [0] });
  expect(other!.matchProbability).toBe(one!.matchProbability);
});

it('sends a known household to a person, whatever the threshold', async () => {
  const aliases: NameAlias[] = [{ ...MAIDEN, kind: 'household' }];
  const [result] = await run(BOOKS, aliases, 0.8);
  expect(result).toMatchObject({ result: 'review_required', reasonCodes: ['HOUSEHOLD'] });
  const details = result!.explanation!.contributions.map(({ detail }) => detail);
  expect(details).toContain('Known household: confirmed on 3 May 2026');
  expect(details).toContain('A member of the family: approved by a person only');
});

it('prefers the namesake to the alias of another row’s patient', async () => {
  const books: Books = {
    rewards: [row('Henrietta Kowalczyk'), row('Henrietta Brunner', { date: '2026-05-12' })],
    pos: [row('Henrietta Brunner', { date: '2026-05-12' }), row('Henrietta Kowalczyk')],
  };
  const results = await run(books, [MAIDEN]);
  expect(results.slice(0, 2).map(({ posIndexes }) => posIndexes)).toEqual([[1], [0]]);
});

it('does not link names that each have an alias in common with a third', async () => {
  const aliases: NameAlias[] = [
    MAIDEN,
    { kind: 'alias', names: ['Henrietta Brunner', 'Petra Oyelaran'], confirmedOn: '2026-05-03' },
  ];
  const books: Books = {
    rewards: [row('Henrietta Kowalczyk')],
    pos: [row('Petra Oyelaran'), row('Henrietta Brunner', { amountCents: 99900, date: '2025-01-01' })],
  };
  const [result] = await run(books, aliases);
  const [without] = await run(books);
  expect(result).toEqual(without);
  expect(result!.result).not.toBe('match');
});

it('changes nothing, to the byte, where the books bear none of the names', async () => {
  const books = generateBooks({ seed: 11, rewards: 300, process: 'front-desk', difficulty: 'hard' });
  const digest = async (aliases?: NameAlias[]) =>
    createHash('sha256')
      .update(JSON.stringify(await run(books, aliases)))
      .digest('hex');
  const named = books.rewards.find(({ customerName }) => customerName)!.customerName!;
  const without = await digest();
  expect(await digest([])).toBe(without);
  expect(await digest([MAIDEN])).toBe(without);
  expect(await digest([{ ...MAIDEN, names: [named, 'Nobody Ofthatname'] }])).toBe(without);
  expect(await digest([{ ...MAIDEN, names: [named, named.toUpperCase()] }])).toBe(without);
});

describe('a pair by itself', () => {
  const [reward] = BOOKS.rewards;
  const [pos] = BOOKS.pos;
  const predict = async (alias: NameAlias, changes: Partial<Transaction> = {}) =>
    predictPair({ ...reward!, ...changes }, pos!, {
      scorer: await currentScorer(),
      aliases: new AliasBook([alias]),
    });

  it('knows the book as a job does, however the names are written', async () => {
    const unknown = { ...MAIDEN, names: ['Petra Oyelaran', 'Zoë Adeyemi'] as const };
    expect((await predict(unknown)).result).not.toBe('match');
    const spellings = ['Henrietta Kowalczyk', 'KOWALCZYK, HENRIETTA', 'Dr. Henriëtta  kowalczyk'];
    for (const customerName of spellings) {
      const { explanation, result } = await predict(MAIDEN, { customerName });
      expect([customerName, result]).toEqual([customerName, 'match']);
      expect(explanation.contributions[0]!.detail).toBe('Known alias: confirmed on 3 May 2026');
    }
  });

  it('of a known household is for a person', async () => {
    expect((await predict({ ...MAIDEN, kind: 'household' })).result).toBe('review_required');
  });
});

it('a book stays right however many other names it is asked about', () => {
  const book = new AliasBook([MAIDEN]);
  for (let n = 0; n < 25_000; n++) book.find(`Ana Name${n.toString(26)}`, 'Ana Other');
  expect(book.find('Henrietta Brunner', 'Henrietta Kowalczyk')).toBe(MAIDEN);
  expect(book.find('Henrietta Brunner', 'henrietta brunner')).toBeUndefined();
  expect(book.find(undefined, 'Henrietta Kowalczyk')).toBeUndefined();
});
