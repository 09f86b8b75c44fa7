import type { Transaction } from '@medspasync/schemas';
import { ERROR_PROCESSES } from './books.ts';
import { isDecidable } from './decidable.ts';
import { Diary } from './diary.ts';
import { generateBooks } from './generate-books.ts';
import type { Patient } from './population.ts';

const reward: Transaction = {
  customerName: 'Katherine Miller',
  customerPhone: '(555) 123-4567',
  amountCents: 4000,
  date: '2024-01-15',
};

describe('a pair that a careful person could tell', () => {
  it('has its name, or a contact instead', () => {
    expect(isDecidable(reward, [{ customerName: 'MILLER, KATIE', amountCents: 62_000 }], ['nickname'])).toBe(
      true,
    );
    const married = { customerName: 'Katherine Stone', customerPhone: '555.123.4567', amountCents: 62_000 };
    expect(isDecidable(reward, [married], ['changed-surname'])).toBe(true);
  });

  it('is not half a name inside an invoice', () => {
    expect(
      isDecidable(
        reward,
        [{ customerName: 'Katherine Stone', amountCents: 62_000, date: '2024-01-15' }],
        ['changed-surname', 'part-of-invoice'],
      ),
    ).toBe(false);
  });

  it('is not a common amount without a name', () => {
    const nameless = { amountCents: 4000, date: '2024-01-15' };
    expect(isDecidable(reward, [nameless], ['name-missing'])).toBe(false);
    expect(
      isDecidable({ ...reward, amountCents: 4137 }, [{ ...nameless, amountCents: 4137 }], ['name-missing']),
    ).toBe(true);
  });
});

it('visits of one patient keep apart, further when a reward is entered late', () => {
  const diary = new Diary();
  const patient = {} as Patient;
  expect(diary.take(patient, 20, 8)).toBe(true);
  expect(diary.take(patient, 34)).toBe(false);
  expect(diary.take({} as Patient, 34)).toBe(true);
  expect(diary.take(patient, 50)).toBe(true);
});

it.each(ERROR_PROCESSES)('every pair of a hard %s book can be told from its rows', (process) => {
  const { rewards, pos, truth } = generateBooks({ seed: 12, rewards: 500, process, difficulty: 'hard' });
  const linked = truth.filter(
    ({ posIndexes, errors }) => posIndexes.length > 0 && !errors.includes('multi-certificate'),
  );
  const untold = linked.filter(
    ({ rewardIndex, posIndexes, errors }) =>
      !isDecidable(
        rewards[rewardIndex]!,
        posIndexes.map((index) => pos[index]!),
        errors,
      ),
  );
  expect(untold).toEqual([]);
});
