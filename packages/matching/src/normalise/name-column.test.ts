import fc from 'fast-check';
import { MISSING } from '../domain.ts';
import { NameColumn } from './name-column.ts';
import { parseName } from './parse-name.ts';

const words = 'Sarah smith O’Brien Núñez Đỗ Ji-woo de la JR M. MD Dr. Ru1z JosÃ© "Kate" (Bo) G?mez Kowalska';
const cell = fc
  .array(fc.oneof(fc.constantFrom(...words.split(' '), ',', ', ', '\t', '', 'x'.repeat(40)), fc.string()), {
    maxLength: 9,
  })
  .map((parts) => parts.join(' '));

/** The name a column read, as the parser would say it. */
function read(raw: string) {
  const column = new NameColumn();
  const id = column.idOf(raw);
  if (id === MISSING) return { tokens: [], surnameAt: 0, alias: null, suffix: 0 };
  const text = column.tokens.strings();
  const { tokens, surnameAt, alias, suffix } = column.table();
  return {
    tokens: Array.from(tokens, (token) => text[token]),
    surnameAt: surnameAt[id],
    alias: alias[id] === MISSING ? null : text[alias[id]!],
    suffix: suffix[id],
  };
}

describe('a column of names', () => {
  it('reads every cell as the parser does', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        const parsed = parseName(raw);
        expect(read(raw)).toEqual(
          parsed.tokens.length === 0 ? { ...parsed, alias: null, suffix: 0, surnameAt: 0 } : parsed,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('has one id for one name, however it is written', () => {
    const column = new NameColumn();
    const ids = ['Sarah Johnson', 'JOHNSON, SARAH', ' Mrs. Sarah  Johnson ', 'Sárah Johnson'];
    expect(new Set(ids.map((raw) => column.idOf(raw))).size).toBe(1);
    expect(column.idOf('Johnson Sarah')).not.toBe(column.idOf('Sarah Johnson'));
  });

  it('keeps thousands of names apart', () => {
    const column = new NameColumn();
    const names = Array.from({ length: 5000 }, (_, i) => `${letters(i)} ${letters(i * 7)}`);
    expect(new Set(names.map((raw) => column.idOf(raw))).size).toBe(5000);
    expect(names.map((raw) => column.idOf(raw))).toEqual(names.map((_, i) => i));
  });
});

const letters = (n: number): string => `b${[...String(n)].map((d) => 'efghijklmn'[Number(d)]).join('')}`;
