import { countRepeatedIds } from './repeated-ids.ts';
import { RowFactsWriter } from './row-facts.ts';

function repeatedAmong(ids: readonly string[]): number {
  const writer = new RowFactsWriter();
  for (const transactionId of ids) writer.add({ transactionId, amountCents: 100 });
  return countRepeatedIds(writer.facts());
}

test('rows with the id of an earlier row are counted, however alike the others are', () => {
  expect(repeatedAmong([])).toBe(0);
  expect(repeatedAmong(['R-1', 'R-2', 'R-11', 'r-1', 'é'])).toBe(0);
  expect(repeatedAmong(['R-1', 'R-2', 'R-1', 'R-1', 'é', 'é'])).toBe(3);
  const many = Array.from({ length: 20_000 }, (_, n) => `R-${n % 15_000}`);
  expect(repeatedAmong(many)).toBe(5_000);
});
