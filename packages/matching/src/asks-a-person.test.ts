// Pairs whose sum is sure and that are not approved without a person all the same: two people's names, money that is short.
import type { Transaction } from '@medspasync/schemas';
import { predictPair } from './predict.ts';
import { reconcile } from './reconcile.ts';
import { currentScorer } from './test-scorer.ts';

const ROW: Transaction = {
  customerName: 'Zoe Hart',
  customerPhone: '(555) 123-4567',
  amountCents: 4300,
  date: '2024-01-15',
  service: 'Botox',
  program: 'alle',
};
const { customerPhone: _, ...SILENT } = ROW;

const FIRST = 'Bo Cy Di Flo Gus Hal Ike Jud Kip Lon Mo Ned Ozy Pru Quin Ro Sal Tad Uri Wyn'.split(' ');

const heldWords = async (
  reward: Partial<Transaction>,
  pos: Partial<Transaction>,
  base: Transaction = SILENT,
) => {
  const { recommendation, explanation } = await predictPair(
    { ...base, ...reward },
    { ...base, ...pos },
    { scorer: await currentScorer() },
  );
  const last = explanation.contributions.at(-1)!;
  return { recommendation, held: last.comparison === 'held' ? last.detail : null, explanation };
};
const names = (reward: string, pos: string, base?: Transaction) =>
  heldWords({ customerName: reward }, { customerName: pos }, base);

describe('two last names', () => {
  const UNLIKE = { ...SILENT, amountCents: 4000 };

  it.each([
    'Kim Coehn',
    'Kim Kahn',
    'Cho Shay',
  ])('that share a code of sounds and little else (%s) ask a person', async (pair) => {
    const [a, b] = pair.split(' ');
    const { explanation, recommendation } = await names(`Yuki ${a}`, `Yuki ${b}`, UNLIKE);
    expect(recommendation).not.toBe('AUTO_APPROVE');
    expect(explanation.contributions.at(-1)!.comparison).toBe('held');
  });

  it('without a letter in common do not sound alike', async () => {
    const { explanation } = await names('Yuki Kim', 'Yuki Coehn', UNLIKE);
    expect(JSON.stringify(explanation)).not.toContain('sounds like');
  });

  it.each([
    'Meyer Maier',
    'Johnson Jonsen',
    'Kwan Quan',
  ])('that are one name spelled differently (%s) ask nobody on one phone', async (pair) => {
    const [a, b] = pair.split(' ');
    expect((await names(`Yuki ${a}`, `Yuki ${b}`, ROW)).held).toBeNull();
  });
});

describe('two first names', () => {
  it.each([
    'John Jane',
    'Dan Tina',
    'Amy Emma',
    'Tom Tammy',
    'Erin Aaron',
    'Bill Bella',
  ])('that only sound alike (%s) ask a person, whoever has the code', async (pair) => {
    const [a, b] = pair.split(' ');
    const words = 'First names only sound alike: approved by a person only';
    expect((await names(`${a} Ramsey`, `${b} Ramsey`)).held).toBe(words);
    const coded = { ...SILENT, reference: 'C-7712345' };
    expect((await names(`${a} Ramsey`, `${b} Ramsey`, coded)).held).toBe(words);
  });

  it('that sound alike on one phone are a family', async () => {
    expect((await names('Dan Ramsey', 'Tina Ramsey', ROW)).held).toBe('A family shares this phone');
  });

  it.each([
    'Catherine Kathryn',
    'Philip Filip',
    'Kate Katherine',
  ])('that are one name spelled or shortened differently (%s) ask nobody', async (pair) => {
    const [a, b] = pair.split(' ');
    expect((await names(`${a} Ramsey`, `${b} Ramsey`, ROW)).held).toBeNull();
  });

  it.each([
    'J. Juliet',
    'Ju Juliet',
  ])('of which one is the beginning of the other (%s) are no family on one phone', async (pair) => {
    const [a, b] = pair.split(' ');
    const { held, recommendation } = await names(`${a} Ramsey`, `${b} Ramsey`, ROW);
    expect({ held, recommendation }).toEqual({ held: null, recommendation: 'AUTO_APPROVE' });
  });

  it('of which one is short for another name are two on one phone', async () => {
    expect((await names('Jo Ramsey', 'John Ramsey', ROW)).held).not.toBeNull();
  });

  it.each([
    'Daniel Danielle',
    'Carl Carol',
    'Alexander Alexandra',
    'Francis Frances',
  ])('that are spelled alike but are two names (%s) ask a person', async (pair) => {
    const [a, b] = pair.split(' ');
    const words = 'First names are spelled alike, but are two: approved by a person only';
    expect((await names(`${a} Ramsey`, `${b} Ramsey`)).held).toBe(words);
    expect((await names(`${a} Ramsey`, `${b} Ramsey`, ROW)).held).toBe('A family shares this phone');
  });

  it.each(['Mark Marge', 'Martin Marlene'])('that are merely alike (%s) ask a person', async (pair) => {
    const [a, b] = pair.split(' ');
    expect((await names(`${a} Ramsey`, `${b} Ramsey`)).held).toBe('Names differ: approved by a person only');
  });

  it('that may be short for one name are told so, and ask a person where they are spelled far apart', async () => {
    const { held, explanation } = await names('Dora Ramsey', 'Theo Ramsey');
    expect(held).toBe('First names may be short for different names: approved by a person only');
    expect(explanation.contributions[0]!.detail).toBe('Dora and Theo may be short for one name');
    expect((await names('Kathy Ramsey', 'Katie Ramsey', ROW)).held).toBeNull();
  });
});

it.each([
  ['Robert Downey Jr.', 'Robert Downey Sr.', 'Different generation: Jr or II, Sr'],
  ['Hill, James III', 'James Hill II', 'Different generation: III, Jr or II'],
])('%s and %s are two people', async (reward, pos, told) => {
  const { held, explanation } = await names(reward, pos);
  expect(held).toBe('Generations differ: approved by a person only');
  expect(explanation.contributions[0]!.detail).toBe(told);
});

describe('half a name', () => {
  it.each([
    ['Xenia', 'Xenia Prosper'],
    ['X. P.', 'Xavier Pruitt'],
  ])('(%s, %s) asks a person, unless a phone confirms it', async (reward, pos) => {
    const rare = { amountCents: 4317, provider: 'Dr. Lee', location: 'Uptown' };
    expect((await names(reward, pos, { ...SILENT, ...rare })).recommendation).not.toBe('AUTO_APPROVE');
    expect((await names(reward, pos, { ...ROW, ...rare })).held ?? '').not.toMatch(/^Half/);
  });

  it('is enough where a price to the cent on its day is nobody else’s', async () => {
    const crowd = (cents: number) =>
      Array.from({ length: 400 }, (_, i) => ({
        ...SILENT,
        customerName: `${FIRST[i % 20]!}a Ramsey${FIRST[Math.floor(i / 20)]!}`,
        amountCents: cents + 7 * (i + 1),
        date: `2024-0${1 + (i % 6)}-${10 + (i % 19)}`,
      }));
    const heldAmong = async (cents: number, others: number, reward: string, pos: string) => {
      const own = { ...SILENT, amountCents: cents };
      const books = {
        rewards: [{ ...own, customerName: reward }, ...crowd(others)],
        pos: [{ ...own, customerName: pos }, ...crowd(others)],
      };
      const { results } = await reconcile(books, { scorer: await currentScorer() });
      expect(results[0]!.posIndexes).toEqual([0]);
      return results[0]!.recommendation;
    };
    expect(await heldAmong(83217, 20_000, 'Xenia', 'Xenia Prosper')).toBe('AUTO_APPROVE');
    expect(await heldAmong(83217, 20_000, 'Qary Prosper', 'Gary Prosper')).toBe('AUTO_APPROVE');
    expect(await heldAmong(4000, 20_000, 'Xenia', 'Xenia Prosper')).not.toBe('AUTO_APPROVE');
  });

  it.each(['Walk In', 'Test Patient'])('of nobody (%s) asks a person', async (name) => {
    expect((await names(name, name)).held).toBe('Nobody’s name: approved by a person only');
  });
});

it.each([
  ['555-222-0002', 'Different phone'],
  ['555-222-0001', 'Phones end alike'],
])('a common name with another phone (555-111-0001, %s) asks a person, and says so', async (phone, told) => {
  const { held, explanation } = await heldWords(
    { customerName: 'Maria Gonzales', customerPhone: '555-111-0001' },
    { customerName: 'Maria Gonzales', customerPhone: phone },
  );
  expect(held).toBe('A common name with another phone: approved by a person only');
  expect(explanation.summary).toContain(told);
});

it('two people whose phones end alike are two people, however equal the money', async () => {
  const amy = { ...SILENT, customerName: 'Amy Adams', customerPhone: '555-111-0001', program: undefined };
  const bob = { ...amy, customerName: 'Bob Barker', customerPhone: '555-222-0001' };
  const { results } = await reconcile({ rewards: [amy], pos: [bob] }, { scorer: await currentScorer() });
  expect(results[0]).toMatchObject({ result: 'no_match', posIndexes: [] });
  expect(results[0]!.explanation!.contributions.at(-1)!.detail).toBe(
    'Two people: the first names share nothing',
  );
});

describe('money', () => {
  it.each([
    [10000, 1000, '$90.00'],
    [4000, 400, '$36.00'],
  ])('of a sale short of its reward (%d, %d) asks a person', async (reward, pos, short) => {
    const { held } = await heldWords({ amountCents: reward }, { amountCents: pos }, ROW);
    expect(held).toBe(`The sale is ${short} short of the reward: approved by a person only`);
  });

  it('of a reward whose program does not sell the product asks a person', async () => {
    const { recommendation } = await heldWords(
      { program: 'aspire', service: 'Dysport' },
      { program: undefined, service: 'Botox Cosmetic' },
      { ...ROW, reference: 'C-7712345' },
    );
    expect(recommendation).not.toBe('AUTO_APPROVE');
  });
});

it.each([
  [6000, 4000, 'POS is $20.00 less than the reward'],
  [4000, 40000, '$40.00 of a $400.00 invoice'],
  [4712, 4172, 'POS is $5.40 less than the reward, one slip apart'],
])('$%d and $%d are told as prices or as a slip', async (reward, pos, told) => {
  const { explanation } = await heldWords({ amountCents: reward }, { amountCents: pos }, ROW);
  expect(explanation.contributions.find(({ comparison }) => comparison === 'amount')!.detail).toBe(told);
});
