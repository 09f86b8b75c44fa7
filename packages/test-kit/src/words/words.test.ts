import { poolOf, wordsOf } from '../vocabulary.ts';
import { NICKNAMES } from './nicknames.ts';
import { NAME_ORIGINS } from './origins.ts';
import { ORDINARY_SERVICES, PRODUCTS } from './services.ts';

const all = (key: 'female' | 'male' | 'surnames') => [
  ...new Set(NAME_ORIGINS.flatMap((origin) => origin[key])),
];

it('there are names enough, and no list repeats one', () => {
  expect(all('female').length).toBeGreaterThan(1500);
  expect(all('male').length).toBeGreaterThan(1000);
  expect(all('surnames').length).toBeGreaterThan(4000);
  for (const { female, male, surnames } of NAME_ORIGINS) {
    for (const list of [female, male, surnames]) expect(new Set(list).size).toBe(list.length);
  }
});

it('both pools have names of every origin', () => {
  for (const origin of NAME_ORIGINS) {
    for (const pool of ['a', 'b'] as const) {
      for (const list of [origin.female, origin.male, origin.surnames]) {
        expect(wordsOf(list, pool).length).toBeGreaterThan(10);
      }
    }
  }
});

it('the pools share nothing', () => {
  const surnames = all('surnames');
  const a = new Set(wordsOf(surnames, 'a'));
  expect(wordsOf(surnames, 'b').some((word) => a.has(word))).toBe(false);
  expect(surnames.filter((word) => poolOf(word) === 'a').length / surnames.length).toBeCloseTo(0.5, 1);
});

it('no name is its own nickname', () => {
  expect(NICKNAMES.size).toBeGreaterThan(200);
  for (const [given, forms] of NICKNAMES) expect(forms).not.toContain(given);
});

it('every program has a product with several wordings', () => {
  expect(new Set(PRODUCTS.map((product) => product.program))).toEqual(
    new Set(['alle', 'aspire', 'evolus', 'xperience']),
  );
  for (const { wordings } of PRODUCTS) expect(wordings.length).toBeGreaterThan(3);
});

it('the pools share no wording of a service', () => {
  for (const { wordings } of [...PRODUCTS, ...ORDINARY_SERVICES]) {
    const a = wordsOf(wordings, 'a');
    expect(wordsOf(wordings, 'b').some((wording) => a.includes(wording))).toBe(false);
  }
});
