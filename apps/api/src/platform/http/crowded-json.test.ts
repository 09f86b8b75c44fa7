import fc from 'fast-check';
import { isCrowded } from './crowded-json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const NONE = { values: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY };

/** Counted on the parsed value. */
const valuesOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const entries = Object.values(value);
  return (
    1 + Math.max(0, entries.length - 1) + entries.reduce<number>((sum, entry) => sum + valuesOf(entry), 0)
  );
};
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map((entry) => depthOf(entry)))
    : 0;

test('any JSON is crowded exactly beyond what is in it', () => {
  fc.assert(
    fc.property(
      fc.json({ stringUnit: fc.constantFrom('[', '{', ',', '"', '\\', 'é', 'a') as never }),
      (text) => {
        const value: unknown = JSON.parse(text);
        const [values, depth] = [valuesOf(value), depthOf(value)];
        expect(isCrowded(bytes(text), { values, depth })).toBe(false);
        if (values > 0) expect(isCrowded(bytes(text), { ...NONE, values: values - 1 })).toBe(true);
        if (depth > 0) expect(isCrowded(bytes(text), { ...NONE, depth: depth - 1 })).toBe(true);
      },
    ),
  );
});

test.each(['"', '"\\', '"\\"', ']]]]', '[,,', ''])('what is no JSON at all, as %p, ends too', (text) => {
  expect(isCrowded(bytes(text), NONE)).toBe(false);
});
