import fc from 'fast-check';
import { ColumnTexts } from './column-texts.ts';

const encoder = new TextEncoder();
function textOf(texts: ColumnTexts, text: string, hash: number): string {
  const bytes = encoder.encode(text);
  return texts.again(bytes, 0, text.length) ?? texts.textOf(bytes, 0, text.length, hash);
}

test('every cell is its own text, whatever its hash has in common with others', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), fc.integer({ min: 0, max: 3 }), (cells, hash) => {
      const texts = new ColumnTexts();
      expect(cells.map((text) => textOf(texts, text, hash))).toEqual(cells);
    }),
  );
});

test('equal cells share a key, one after the other or not, and others have another', () => {
  const texts = new ColumnTexts();
  const keys = ['a', 'a', 'b', 'b', 'a', 'ab'].map((text) => {
    textOf(texts, text, text.length);
    return texts.key;
  });
  expect(keys).toEqual([0, 0, 1, 1, 0, 2]);
});

test('a column of ever new cells is read right before and after it stops remembering', () => {
  const texts = new ColumnTexts();
  for (let n = 0; n < 20_000; n++) {
    const id = `R-${n}`;
    expect(textOf(texts, id, n * 7919)).toBe(id);
  }
});
