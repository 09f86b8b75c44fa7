import fc from 'fast-check';
import { ERROR_PROCESSES, ERROR_TYPES, type ErrorType, type GenerateOptions } from './books.ts';
import { generateBooks } from './generate-books.ts';
import { createRandom } from './random.ts';
import { createVocabulary, poolOf } from './vocabulary.ts';

const books = (options: Partial<GenerateOptions> = {}) =>
  generateBooks({ seed: 7, rewards: 400, process: 'front-desk', ...options });

describe.each(ERROR_PROCESSES)('books of the %s process', (process) => {
  it('are the same for the same options', () => {
    expect(books({ process })).toEqual(books({ process }));
  });

  it('differ for another seed', () => {
    expect(books({ process, seed: 8 }).rewards).not.toEqual(books({ process }).rewards);
  });

  it('have one link per reward, to rows that exist', () => {
    const { rewards, pos, truth } = books({ process });
    expect(rewards).toHaveLength(400);
    expect(truth.map((link) => link.rewardIndex)).toEqual(rewards.map((_, index) => index));
    for (const link of truth) {
      for (const index of [...link.posIndexes, ...(link.interchangeable ?? [])])
        expect(pos[index]).toBeDefined();
      expect(new Set(link.posIndexes).size).toBe(link.posIndexes.length);
      if (link.posIndexes.length === 0) {
        expect(['missing-in-pos', 'reversed', 'duplicate-reward']).toContain(link.errors[0]);
      }
    }
  });

  it('give a POS row to two rewards only when they are two certificates of one invoice', () => {
    const { truth } = books({ process, rewards: 2000 });
    const claims = new Map<number, number[]>();
    for (const link of truth) {
      for (const index of link.posIndexes)
        claims.set(index, [...(claims.get(index) ?? []), link.rewardIndex]);
    }
    for (const claimants of claims.values()) {
      if (claimants.length === 1) continue;
      expect(claimants).toHaveLength(2);
      for (const reward of claimants) expect(truth[reward]!.errors).toContain('multi-certificate');
    }
  });

  it('leave some rewards and some POS rows unmatched', () => {
    const { pos, truth } = books({ process });
    const claimed = new Set(truth.flatMap((link) => link.posIndexes));
    expect(truth.some((link) => link.posIndexes.length === 0)).toBe(true);
    expect(claimed.size).toBeLessThan(pos.length);
  });

  it('split rewards into lines that sum to them, but for mistyped amounts', () => {
    const { rewards, pos, truth } = books({ process, rewards: 1500 });
    const splits = truth.filter(
      ({ errors }) =>
        errors.includes('split') && !errors.includes('amount-typo') && !errors.includes('multi-certificate'),
    );
    expect(splits.length).toBeGreaterThan(5);
    for (const { rewardIndex, posIndexes } of splits) {
      const sum = posIndexes.reduce((cents, index) => cents + pos[index]!.amountCents, 0);
      expect(sum).toBe(rewards[rewardIndex]!.amountCents);
    }
  });

  it('carry amounts in positive whole cents and unique ids', () => {
    const { rewards, pos } = books({ process });
    const wrong = [...rewards, ...pos].filter(
      (row) => !Number.isSafeInteger(row.amountCents) || row.amountCents < 1,
    );
    expect(wrong).toEqual([]);
    for (const side of [rewards, pos])
      expect(new Set(side.map((row) => row.transactionId)).size).toBe(side.length);
  });

  it('have more errors when they are to be hard', () => {
    const errors = (difficulty: 'easy' | 'hard') =>
      Array.from({ length: 12 }, (_, seed) =>
        books({ process, difficulty, seed, rewards: 100, columns: 'full' }),
      )
        .flatMap((book) => book.truth)
        .reduce((count, link) => count + link.errors.length, 0);
    expect(errors('hard')).toBeGreaterThan(1.1 * errors('easy'));
  });
});

it('every kind of error comes up somewhere', () => {
  const seen = new Set<ErrorType>();
  for (const process of ERROR_PROCESSES) {
    for (const seed of [1, 2, 3, 4]) {
      for (const link of books({ process, seed, rewards: 1500 }).truth)
        for (const error of link.errors) seen.add(error);
    }
  }
  expect([...ERROR_TYPES].filter((error) => !seen.has(error))).toEqual([]);
});

it('names drawn from pool a never appear in pool b', () => {
  const names = (pool: 'a' | 'b') => {
    const random = createRandom(3);
    const vocabulary = createVocabulary(pool, random);
    const drawn = Array.from({ length: 3000 }, () => {
      const origin = vocabulary.drawOrigin(random);
      return [vocabulary.firstName(random, origin, true), vocabulary.surname(random, origin)];
    });
    return new Set(drawn.flat());
  };
  const b = names('b');
  expect([...names('a')].filter((name) => b.has(name))).toEqual([]);
});

it('ids do not tell which rows belong together', () => {
  const { rewards, pos, truth } = books({ process: 'registry' });
  const numberOf = (id: string | undefined) => id?.split('-')[1];
  const telling = truth.filter(({ rewardIndex, posIndexes }) =>
    posIndexes.some(
      (index) => numberOf(pos[index]!.transactionId) === numberOf(rewards[rewardIndex]!.transactionId),
    ),
  );
  expect(telling).toEqual([]);
});

it('an accent does not move a name to the other pool', () => {
  expect(poolOf('José')).toBe(poolOf('Jose'));
  expect(poolOf('de la Cruz')).toBe(poolOf('De la Cruz'));
});

it('a book can be had with names, dates and amounts alone', () => {
  const { rewards, pos } = books({ columns: 'name-date-amount' });
  const bare = ['transactionId', 'customerName', 'amountCents', 'date', 'type', 'invoiceId'];
  for (const row of [rewards[0]!, pos[0]!]) {
    expect(Object.entries(row).filter(([key, value]) => value !== undefined && !bare.includes(key))).toEqual(
      [],
    );
  }
  expect(books({ columns: 'no-contact' }).rewards.some((row) => row.customerPhone !== undefined)).toBe(false);
  expect(books({ columns: 'full' }).pos.some((row) => row.customerPhone !== undefined)).toBe(true);
});

it('visits stay inside the period asked for', () => {
  const { pos } = books({ from: '2025-02-01', days: 28 });
  const days = pos.map((row) => row.date!.slice(0, 10)).sort();
  expect(days[0]! >= '2025-01-29').toBe(true);
  expect(days.at(-1)! <= '2025-03-03').toBe(true);
});

it('phone numbers belong to nobody: the area code is not in use', () => {
  for (const { customerPhone } of books({ process: 'migration', columns: 'full' }).rewards) {
    expect(customerPhone).toMatch(/^\((555|[2-9]9\d)\)/);
  }
});

it('says everything that is wrong with the options at once', () => {
  const options = {
    seed: Number.NaN,
    rewards: -1,
    process: 'front-desk',
    from: '2024-02-31',
    days: 0,
  } as const;
  expect(() => generateBooks(options)).toThrow(/seed: .*rewards: .*from: .*days: /);
});

it('any seed and size makes a consistent book', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(...ERROR_PROCESSES),
      (seed, rewards, process) => {
        const book = generateBooks({ seed, rewards, process });
        expect(book.rewards).toHaveLength(rewards);
        expect(book.truth).toHaveLength(rewards);
      },
    ),
    { numRuns: 60 },
  );
});
