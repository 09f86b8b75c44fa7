// The days that programs' terms name: when a portal entry is late, and when a discount can be redeemed no more.
import type { Transaction } from '@medspasync/schemas';
import { reconcile } from './reconcile.ts';
import type { ProgramTerms } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const ROW: Transaction = {
  customerName: 'Zoe Hart',
  customerPhone: '(555) 123-4567',
  customerEmail: 'zoe@example.test',
  amountCents: 4000,
  date: '2024-01-15',
  service: 'Jeuveau',
  program: 'evolus',
};
const TERMS: ProgramTerms = {
  program: 'evolus',
  validFrom: '1970-01-01',
  lagDays: 5,
  expiresAfterDays: null,
};
const codesOf = async (
  reward: Partial<Transaction> | null,
  pos: Partial<Transaction>,
  programTerms?: readonly ProgramTerms[],
  today = '2024-06-01',
) => {
  const books = { rewards: reward ? [{ ...ROW, ...reward }] : [], pos: [{ ...ROW, ...pos }] };
  const { results } = await reconcile(books, { scorer: await currentScorer(), programTerms, today });
  return results[0]!.reasonCodes;
};

test.each([
  ['five days', undefined, '2024-01-20', false],
  ['six days, where five are ordinary', undefined, '2024-01-21', true],
  ['six days, where the terms name ten', [{ ...TERMS, lagDays: 10 }], '2024-01-21', false],
  ['two days, where the terms name one', [{ ...TERMS, lagDays: 1 }], '2024-01-17', true],
  [
    'six days, where another program has ten',
    [{ ...TERMS, program: 'alle' as const, lagDays: 10 }],
    '2024-01-21',
    true,
  ],
  [
    'six days, where ten hold from the next month on',
    [TERMS, { ...TERMS, validFrom: '2024-02-01', lagDays: 10 }],
    '2024-01-21',
    true,
  ],
  [
    'six days, where one held up to that month',
    [
      { ...TERMS, lagDays: 1 },
      { ...TERMS, validFrom: '2024-01-01', lagDays: 10 },
    ],
    '2024-01-21',
    false,
  ],
])('an entry after %s', async (_words, terms, date, isLate) => {
  expect((await codesOf({ date }, {}, terms)).includes('DATE_LAG')).toBe(isLate);
});

test.each([
  ['does not expire by days', null, '2024-06-01', ['POS_NOT_REDEEMED']],
  ['lives for 60 days, on the 60th', 60, '2024-03-15', ['POS_NOT_REDEEMED']],
  ['lives for 60 days, on the day after', 60, '2024-03-16', ['POS_NOT_REDEEMED', 'EXPIRED']],
])('a discount that was not redeemed and %s', async (_words, expiresAfterDays, today, codes) => {
  expect(await codesOf(null, { type: 'redemption' }, [{ ...TERMS, expiresAfterDays }], today)).toEqual(codes);
});

test('a reward that was put on the patient’s balance says so, with its sale and without', async () => {
  const parked = { service: 'Evolus – to CB' };
  expect(await codesOf(parked, parked)).toContain('PARKED_BALANCE');
  expect(await codesOf(null, parked)).toEqual(['POS_NOT_REDEEMED', 'PARKED_BALANCE']);
  expect(await codesOf({}, {})).not.toContain('PARKED_BALANCE');
});
