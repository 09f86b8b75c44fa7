import fc from 'fast-check';
import { ColumnKeys, EMPTY_KEY, NO_KEY } from './column-keys.ts';

const encoder = new TextEncoder();
const keyOf = (keys: ColumnKeys, text: string): number => keys.keyOf(encoder.encode(text), 0, text.length);

/** `Aa` and `BB` add up to the same hash, and so do all texts of as many of them. */
const colliding = fc.array(fc.constantFrom('Aa', 'BB', 'C#'), { minLength: 1, maxLength: 5 });

test('a key is that of one cell, whatever its hash has in common with others', () => {
  const cell = fc.oneof(
    colliding.map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), (cells) => {
      const keys = new ColumnKeys();
      const cellOf = new Map<number, string>();
      for (const cell of cells) {
        const key = keyOf(keys, cell);
        if (key === NO_KEY) continue;
        expect(cellOf.get(key) ?? cell).toBe(cell);
        cellOf.set(key, cell);
      }
    }),
  );
});

test('equal cells share a key, one after the other or not, and others have another', () => {
  const keys = new ColumnKeys();
  const found = ['a', 'a', 'b', 'b', 'a', 'ab'].map((text) => keyOf(keys, text));
  expect(found).toEqual([1, 1, 2, 2, 1, 3]);
  expect(keyOf(keys, '')).toBe(EMPTY_KEY);
});

test('a column of ever new cells is forgotten, and one whose cells repeat is not', () => {
  const ids = new ColumnKeys();
  const services = new ColumnKeys();
  for (let n = 0; n < 20_000; n++) {
    keyOf(ids, `R-${n}`);
    expect(keyOf(services, `S-${n % 9}`)).toBe((n % 9) + 1);
  }
  expect(keyOf(ids, 'R-1')).toBe(NO_KEY);
});
