import fc from 'fast-check';
import { MISSING, textAt } from '../domain.ts';
import { cellUnits, takeText } from './cell-units.ts';
import { CodeColumn } from './code-column.ts';
import { EmailColumn, PhoneColumn } from './contact-columns.ts';
import { parseEmail, parseReference, phoneIn } from './parse-contact.ts';

const pieces = (...known: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 4 })), { maxLength: 6 })
    .map((parts) => parts.join(''));

describe('a column of e-mail addresses', () => {
  it('reads every cell as the parser does', () => {
    fc.assert(
      fc.property(pieces('Sarah', '@', 'none', '+spa', 'é', ' ', 'example.com'), (raw) => {
        const column = new EmailColumn();
        const id = column.idOf(raw);
        const email = parseEmail(raw);
        const { packed, localLength, domain, domains } = column.table();
        const read =
          id === MISSING
            ? null
            : { local: textAt(packed, id, localLength[id]), domain: domains[domain[id]!] };
        expect(read).toEqual(email);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a column of codes', () => {
  it('reads every cell as the parser does', () => {
    fc.assert(
      fc.property(pieces('auth-', '371725', 'K', 'ß', '#'), (raw) => {
        const column = new CodeColumn();
        const id = column.idOf(raw);
        expect(id === MISSING ? null : textAt(column.packed(), id)).toBe(parseReference(raw));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows the same digits under different letters', () => {
    const column = new CodeColumn();
    const ids = ['AUTH-371725K', '371725', 'INV-12 99999', 'A-12'].map((raw) => column.idOf(raw));
    const digits = column.digitsOf([Int32Array.from([MISSING, ...ids])]);
    const [withLetters, bare, other, short] = ids.map((id) => digits[id]);
    expect(withLetters).toBe(bare);
    expect(other).not.toBe(bare);
    expect(short).toBe(MISSING);
  });
});

describe('a column of phones', () => {
  it('keeps the ten digits of each number', () => {
    const column = new PhoneColumn();
    column.idOf('(555) 123-4567');
    column.idOf('+1 212 000 9999');
    expect(column.idOf('5551234567')).toBe(0);
    expect([...column.digits()].join('')).toBe('55512345672120009999');
  });

  it('reads the last ten digits, whatever stands between them', () => {
    fc.assert(
      fc.property(pieces('555', '123', '45', '-', '0', '1'), (raw) => {
        const ten = raw.slice(0, 64).replace(/\D/g, '').slice(-10);
        const isNumber = ten.length === 10 && !/^(\d)\1{6}|(\d)\2{6}$|^000|^0?1234567890?$/.test(ten);
        expect(phoneIn(cellUnits, takeText(raw))).toBe(isNumber ? Number(ten) : MISSING);
      }),
      { numRuns: 1000 },
    );
  });
});
