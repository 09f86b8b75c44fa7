import * as z from 'zod';
import { timeOrderedId } from './ids.ts';

test('an id tells the millisecond it was made in, is valid, and no other has it', () => {
  const made = Date.parse('2026-03-04T05:06:07.089Z');
  const ids = Array.from({ length: 10_000 }, () => timeOrderedId(made));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(z.uuidv7().safeParse(id).success).toBe(true);
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(made);
  }
});

test('ids made later come later', () => {
  const ids = [1, 2, 1_700_000_000_000, 1_800_000_000_000].map((nowMs) => timeOrderedId(nowMs));
  expect(ids.toSorted()).toEqual(ids);
});
