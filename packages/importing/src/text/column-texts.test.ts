import fc from 'fast-check';
import { ColumnTexts } from './column-texts.ts';

const encoder = new TextEncoder();
const textOf = (texts: ColumnTexts, text: string, hash: number) =>
  texts.textOf(encoder.encode(text), 0, text.length, hash);

test('every cell is its own text, whatever its hash has in common with others', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), fc.integer({ min: 0, max: 3 }), (cells, hash) => {
      const texts = new ColumnTexts();
      expect(cells.map((text) => textOf(texts, text, hash))).toEqual(cells);
    }),
  );
});

test('a column of ever new cells is read right before and after it stops remembering', () => {
  const texts = new ColumnTexts();
  for (let n = 0; n < 20_000; n++) {
    const id = `R-${n}`;
    expect(textOf(texts, id, n * 7919)).toBe(id);
  }
});
