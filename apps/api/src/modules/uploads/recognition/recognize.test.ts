import type { Transaction } from '@medspasync/schemas';
import fc from 'fast-check';
import { changedFields, normalFormOf } from './normal-form.ts';
import { countsOf, type HeldRow, type RecognizedRow, recognize } from './recognize.ts';
import { type RowDigest, RowDigests } from './row-digests.ts';

const digests = new RowDigests(Buffer.alloc(32, 7), 'reward');

/** Few values, so that rows are often the same, or of one identity. */
const transaction: fc.Arbitrary<Transaction> = fc.record(
  {
    transactionId: fc.constantFrom('R-1', 'R-2', 'row:1', 'row:2'),
    invoiceId: fc.constantFrom('7', '8'),
    reference: fc.constantFrom('AUTH-1', 'AUTH-2'),
    service: fc.constantFrom('Botox', 'Dysport'),
    customerName: fc.constantFrom('Ana Lee', 'Ben Okafor'),
    amountCents: fc.constantFrom(2000, 4000),
  },
  { requiredKeys: ['amountCents'] },
);
const file = fc.array(transaction, { maxLength: 30 });

const rowsOf = (transactions: readonly Transaction[]): RowDigest[] =>
  transactions.map((row) => digests.of(row));

/** What the organization holds after `rows`, which were recognized among `before`, were written. */
function heldAfter(before: readonly HeldRow[], rows: readonly RowDigest[], known: readonly RecognizedRow[]) {
  const held = new Map(before.map((row) => [row.id, row]));
  for (const [place, recognized] of known.entries()) {
    if (recognized.is === 'same') continue;
    const id = `${held.size}.${place}`;
    if (recognized.is === 'new')
      held.set(id, { ...rows[place]!, id, ordinal: recognized.ordinal, lineageId: id, version: 1 });
    else {
      held.delete(recognized.held.id);
      held.set(id, { ...recognized.held, ...rows[place]!, id, version: recognized.held.version + 1 });
    }
  }
  return [...held.values()];
}

const importInto = (held: readonly HeldRow[], rows: readonly RowDigest[]) => {
  const known = recognize(rows, held);
  return { known, held: heldAfter(held, rows, known) };
};

const shuffled = <T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  list.chain((items) =>
    fc.tuple(
      fc.constant(items),
      fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
    ),
  );

describe('whatever the files say', () => {
  test('a first file is new to the last row, identical rows included', () => {
    fc.assert(
      fc.property(file, (transactions) => {
        const { held, known } = importInto([], rowsOf(transactions));
        expect(known.every(({ is }) => is === 'new')).toBe(true);
        expect(held).toHaveLength(transactions.length);
        expect(new Set(held.map(({ identity, ordinal }) => `${identity}.${ordinal}`)).size).toBe(held.length);
      }),
    );
  });

  test('the same rows in any order are the same, each for one held row of its own', () => {
    fc.assert(
      fc.property(shuffled(file), ([first, second]) => {
        const { held } = importInto([], rowsOf(first));
        const { known } = importInto(held, rowsOf(second));
        expect(known.every(({ is }) => is === 'same')).toBe(true);
        const ids = known.map((row) => (row.is === 'same' ? row.held.id : ''));
        expect(new Set(ids).size).toBe(second.length);
      }),
    );
  });

  test('how many rows are new, the same and changed does not depend on their order', () => {
    fc.assert(
      fc.property(file, shuffled(file), (before, [one, other]) => {
        const { held } = importInto([], rowsOf(before));
        expect(countsOf(recognize(rowsOf(other), held))).toEqual(countsOf(recognize(rowsOf(one), held)));
      }),
    );
  });

  test('a file that has grown adds what it has grown by', () => {
    fc.assert(
      fc.property(file, file, (month, more) => {
        const { held } = importInto([], rowsOf(month));
        const longer = importInto(held, rowsOf([...month, ...more]));
        expect(longer.held).toHaveLength(month.length + more.length);
      }),
    );
  });

  test('a row that is held is taken once at most', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        const { held } = importInto([], rowsOf(before));
        const taken = recognize(rowsOf(after), held).flatMap((row) =>
          row.is === 'new' ? [] : [row.held.id],
        );
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('what recognizes a row', () => {
  const ana: Transaction = { customerName: 'Ana Lee', amountCents: 4000, date: '2024-01-15' };
  const is = (before: Transaction, after: Transaction) =>
    importInto(importInto([], rowsOf([before])).held, rowsOf([after])).known[0]!.is;

  test.each<[string, Transaction]>([
    ['its own id', { ...ana, transactionId: 'R-1' }],
    ['its invoice and item', { ...ana, invoiceId: '7', service: 'Botox' }],
    ['its code', { ...ana, reference: 'AUTH-1' }],
  ])('is %s, whatever its amount becomes', (_, row) => {
    expect(is(row, { ...row, amountCents: 4500 })).toBe('changed');
  });

  test.each<[string, Transaction]>([
    ['another patient on another day', { ...ana, customerName: 'Bea Holm', date: '2024-02-20' }],
    ['another amount on another day', { ...ana, amountCents: 7500, date: '2024-02-20' }],
    ['another amount of another patient', { ...ana, customerName: 'Bea Holm', amountCents: 7500 }],
  ])('is not its code alone: %s is another row', (_, other) => {
    const code = { reference: 'SPRING25' };
    expect(is({ ...ana, ...code }, { ...other, ...code })).toBe('new');
  });

  test.each<[string, Transaction]>([
    ['another patient on another day', { ...ana, customerName: 'Bea Holm', date: '2024-02-20' }],
    ['another amount of another patient', { ...ana, customerName: 'Bea Holm', amountCents: 7500 }],
  ])('is not the number a till or a program gave it alone: %s is another row', (_, other) => {
    expect(is({ ...ana, transactionId: '1001' }, { ...other, transactionId: '1001' })).toBe('new');
  });

  test.each<[string, Partial<Transaction>]>([
    ['day and amount', { date: '2024-01-16', amountCents: 4500 }],
    ['day', { date: '2024-01-16' }],
    ['amount', { amountCents: 4500 }],
    ['patient', { customerName: 'Ana Lee-Holm' }],
  ])('lets its %s be corrected', (_, correction) => {
    const row = { ...ana, transactionId: 'R-1' };
    expect(is(row, { ...row, ...correction })).toBe('changed');
  });

  test('is all it says where the vendor gives nothing; its place in the file is no id', () => {
    expect(is({ ...ana, transactionId: 'row:1' }, { ...ana, transactionId: 'row:9' })).toBe('same');
    expect(
      is({ ...ana, transactionId: 'row:1' }, { ...ana, transactionId: 'row:1', amountCents: 4500 }),
    ).toBe('new');
  });

  test('is not how it is written', () => {
    const loud = { ...ana, customerName: ' ANA  LEE', customerPhone: '+1 (555) 010-1234' };
    expect(is({ ...ana, customerPhone: '5550101234' }, loud)).toBe('same');
  });

  test('is another of its side, and with another secret', () => {
    const row = { ...ana, transactionId: 'R-1' };
    const others = [
      new RowDigests(Buffer.alloc(32, 7), 'pos'),
      new RowDigests(Buffer.alloc(32, 8), 'reward'),
    ];
    for (const other of others) {
      expect(other.of(row).identity).not.toBe(digests.of(row).identity);
      expect(other.of(row).content).not.toBe(digests.of(row).content);
    }
  });

  test('two items of one invoice are two rows, and a void of one changes it', () => {
    const item = (service: string, more = {}) => ({ ...ana, invoiceId: '7', service, ...more });
    const { held } = importInto([], rowsOf([item('Botox'), item('Filler')]));
    const { known } = importInto(held, rowsOf([item('Botox'), item('Filler', { type: 'void' })]));
    expect(known.map((row) => row.is)).toEqual(['same', 'changed']);
  });
});

test('a refund of a part of a sale bears the number of it and is another row, whichever comes first; of all of it, it is the sale', () => {
  const till = new RowDigests(Buffer.alloc(32, 7), 'pos');
  const sale: Transaction = {
    transactionId: 'P-1',
    customerName: 'Ana Lee',
    amountCents: 10000,
    date: '2024-01-15',
  };
  const refund = (amountCents: number): Transaction => ({
    ...sale,
    amountCents,
    type: 'refund',
    date: '2024-02-01',
  });
  const counts = (...files: Transaction[][]) => {
    let held: HeldRow[] = [];
    return files.map((transactions) => {
      const rows = transactions.map((row) => till.of(row));
      const known = recognize(rows, held);
      held = heldAfter(held, rows, known);
      return known.map(({ is }) => is).join();
    });
  };
  expect(counts([sale], [refund(3000)], [sale, refund(3000)])).toEqual(['new', 'new', 'same,same']);
  expect(counts([refund(3000)], [sale], [refund(4000)])).toEqual(['new', 'new', 'changed']);
  expect(counts([sale, refund(3000)], [{ ...sale, amountCents: 9000 }])).toEqual(['new,new', 'changed']);
  expect(counts([sale], [refund(10000)])).toEqual(['new', 'changed']);
});

test('the fields that differ are named, those that are only written differently are not', () => {
  const before: Transaction = { customerName: 'Ana Lee', amountCents: 4000, date: '2024-01-15' };
  const after: Transaction = { customerName: 'ANA LEE', amountCents: 4500, service: 'Botox' };
  expect(changedFields(before, after)).toEqual(['service', 'amount', 'date']);
  expect(normalFormOf(after)).toEqual({ customer_name: 'ana lee', amount: '45', service: 'botox' });
});

// Rows of earlier releases are stored with theirs: another digest would take every row of the next file for a new one.
test('digests stay what they are', () => {
  const full: Transaction = {
    transactionId: 'R-1',
    customerName: ' Zoë  ÅNGSTRÖM ',
    customerPhone: '+1 (555) 010-1234',
    customerEmail: 'Zoe@Example.Test',
    service: 'Botox  20u',
    amountCents: 4050,
    date: '2024-01-15',
    provider: 'Dr. Lee',
    location: 'Downtown',
    program: 'alle',
    reference: 'AUTH-1',
    invoiceId: 'INV-7',
    type: 'redemption',
  };
  expect(digests.of(full)).toMatchObject({
    identity: '346be91c-0e8a-bf29-0bb4-cece7f0a4f43',
    content: 'c2410469-dc24-d787-f655-a9cd14561991',
  });
  const bare = { transactionId: 'row:4', customerName: 'Ana Lee', customerPhone: 'none', amountCents: 4000 };
  expect(digests.of(bare)).toMatchObject({
    identity: 'd55c4ef2-aade-f827-72f4-c96bc9a7cfdb',
    content: 'a645c981-20ab-03da-8dfc-b9a6ad418e2b',
  });
});
