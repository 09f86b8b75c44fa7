import { MISSING } from '../domain.ts';
import { cellUnits, takeText } from './cell-units.ts';
import { parseEmail, parseReference, phoneIn } from './parse-contact.ts';

const phoneOf = (raw: string) => phoneIn(cellUnits, takeText(raw));

describe('a phone number', () => {
  it.each([
    '(555) 123-4567',
    '555.123.4567',
    '+1 555 123 4567',
    '5551234567',
    '1-555-123-4567',
  ])('is the same ten digits as %s', (raw) => expect(phoneOf(raw)).toBe(5_551_234_567));

  it.each([
    '555-1234',
    '000-000-0000',
    '555-555-5555',
    '123-456-7890',
    '',
    'n/a',
  ])('says nothing when it is %j', (raw) => expect(phoneOf(raw)).toBe(MISSING));
});

describe('an e-mail address', () => {
  it('is the same mailbox in any case, with any tag', () => {
    expect(parseEmail(' Sarah+spa@Example.COM ')).toEqual({ local: 'sarah', domain: 'example.com' });
  });

  it.each([
    'declined',
    'none@none.com',
    'no@no.com',
    '@example.com',
    'sarah@',
  ])('says nothing when it is %s', (raw) => expect(parseEmail(raw)).toBeNull());
});

describe('a code', () => {
  it('is its letters and digits', () => {
    expect(parseReference('auth-93821 ')).toBe('AUTH93821');
    expect(parseReference('-')).toBeNull();
  });
});
