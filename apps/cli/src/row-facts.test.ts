import { idReader, KIND, RowFactsWriter } from './row-facts.ts';

test('every row keeps its id, letter by letter, its amount and its kind, however many there are', () => {
  const ids = Array.from({ length: 5_000 }, (_, n) =>
    n % 3 === 0 ? `R-${n}` : `é;日本 ${'x'.repeat(n % 40)}`,
  );
  const writer = new RowFactsWriter();
  for (const [n, transactionId] of ids.entries()) {
    writer.add({ transactionId, amountCents: n, type: n % 2 === 0 ? 'redemption' : 'void' });
  }
  const facts = writer.facts();
  expect(ids.map((_, row) => idReader(facts)(row))).toEqual(ids);
  expect([...facts.amountCents.subarray(4_998)]).toEqual([4_998, 4_999]);
  expect([...facts.kind.subarray(0, 2)]).toEqual([KIND.redemption, KIND.reversal]);
});

test('a row without an id is called by its place', () => {
  const writer = new RowFactsWriter();
  writer.add({ transactionId: 'R-1', amountCents: 100 });
  writer.add({ amountCents: 100 });
  expect(idReader(writer.facts())(1)).toBe('row:2');
});
