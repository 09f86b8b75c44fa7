// Names, contacts, programs, codes, types and points: the small readers of labels.
import { parseEmail, parsePhone } from './contact.ts';
import { parsePersonName } from './name.ts';
import { centsOfPoints, parsePoints, saysPoints } from './points.ts';
import { parseProgram, programNamedIn } from './program.ts';
import { referenceIn } from './reference.ts';
import { tidyText } from './text.ts';
import { parseTransactionType, strongerType } from './type.ts';

test.each([
  ['Johnson, Sarah', 'Sarah Johnson'],
  ['DAVIS, EMILY R.', 'EMILY R. DAVIS'],
  ['Smith, Jr., John', 'John Smith Jr.'],
  ['John Smith, MD', 'John Smith MD'],
  ['Lee,', 'Lee'],
  ['Dr. Kate O’Neil-Smith', 'Dr. Kate O’Neil-Smith'],
])('the name %s reads %s', (written, spoken) => {
  expect(parsePersonName(written)).toBe(spoken);
});

test('a phone that reaches nobody is unknown', () => {
  expect(parsePhone('(555) 123-4567')).toBe('(555) 123-4567');
  expect(parsePhone('000-000-0000')).toBeUndefined();
  expect(parsePhone('ext. 12')).toBeUndefined();
  expect(parsePhone('5.55123E+09')).toBeUndefined();
});

test('an e-mail placeholder shared by many patients is unknown', () => {
  expect(parseEmail('Sarah@Example.COM')).toBe('sarah@example.com');
  expect(parseEmail('none@none.com')).toBeUndefined();
  expect(parseEmail('declined')).toBeUndefined();
});

test.each([
  ['Allē Rewards', 'alle'],
  ['ALLE', 'alle'],
  ['Allé coupon', 'alle'],
  ['Alle_Coupon', 'alle'],
  ['BD – Today', 'alle'],
  ['Brilliant Distinctions', 'alle'],
  ['Aspire (AS) – to CB', 'aspire'],
  ['Evolus Rewards', 'evolus'],
  ['Xperience Rewards', 'xperience'],
  ['Care Credit', undefined],
  ['Valley Glow gift', undefined],
])('the tender label %s means %s', (label, program) => {
  expect(programNamedIn(label)).toBe(program);
});

test('letters broken by a wrong encoding still name the program', () => {
  expect(programNamedIn(tidyText('AllÄ“ Rewards'))).toBe('alle');
  expect(tidyText('ZoÃ« Ã…ngstrÃ¶m')).toBe('Zoë Ångström');
});

test('an unknown program is other, not nothing', () => {
  expect(parseProgram('RepeatMD')).toBe('other');
});

test.each([
  ['Alle AUTH-93821', 'AUTH-93821'],
  ['ASPIRE certificate C-77120', 'C-77120'],
  ['Alle 40 off, code A1B2C3D4', 'A1B2C3D4'],
  ['alle auth code: 99 ', '99'],
  ['Alle 93821', '93821'],
  ['Evolus Rewards $40', undefined],
  ['Alle 400 pts 10/05/2026', undefined],
  ['BD coupon', undefined],
])('the code in "%s" is %s', (note, code) => {
  expect(referenceIn(note)).toBe(code);
});

test.each([
  ['Refund', 'refund'],
  ['Voided', 'void'],
  ['Canceled', 'void'],
  ['No Show', 'void'],
  ['Payment', 'sale'],
  ['Redeemed', 'redemption'],
  ['Complete', undefined],
  ['Partially Refunded', undefined],
])('the status %s says %s', (word, type) => {
  expect(parseTransactionType(word)).toBe(type);
});

test('of two statements the graver one holds', () => {
  expect(strongerType('sale', 'void')).toBe('void');
  expect(strongerType('refund', 'sale')).toBe('refund');
  expect(strongerType(undefined, 'sale')).toBe('sale');
});

test('a hundred Allē points are ten dollars; ASPIRE points have no dollar value', () => {
  expect(parsePoints('1,400 pts')).toBe(1400);
  expect(parsePoints('400.0')).toBe(400);
  expect(parsePoints('40.5')).toBeUndefined();
  expect(saysPoints('400 pts')).toBe(true);
  expect(saysPoints('$40')).toBe(false);
  expect(centsOfPoints(400, 'alle', '2026-10-05')).toBe(4000);
  expect(centsOfPoints(400, 'aspire')).toBeUndefined();
});
