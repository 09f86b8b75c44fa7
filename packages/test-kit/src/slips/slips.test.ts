import { createRandom } from '../random.ts';
import { formatPhone, PHONE_FORMAT_COUNT, slipDigit, slipDomain, slipMailbox } from './contact.ts';
import { mojibake, questionMarks, truncate } from './encoding.ts';
import { respell } from './hearing.ts';
import { keyboardSlip, transposeLetters } from './keyboard.ts';
import { slipCents, slipDate, swapDayAndMonth } from './money-and-days.ts';
import { editLetters } from './registry-edits.ts';
import { misread } from './scanning.ts';

const random = createRandom(11);
const many = (write: () => string) => Array.from({ length: 300 }, write);

it('a slip of the keyboard changes at most two letters', () => {
  for (const slipped of many(() => keyboardSlip(random, 'Johnson'))) {
    expect(slipped).not.toBe('');
    expect(Math.abs(slipped.length - 7)).toBeLessThanOrEqual(1);
  }
  expect(keyboardSlip(random, 'J')).toBe('J');
});

it('transposed letters are the same letters in another order', () => {
  for (const crossed of many(() => transposeLetters(random, 'Sarah'))) {
    expect(crossed).not.toBe('Sarah');
    expect([...crossed].sort()).toEqual([...'Sarah'].sort());
  }
  expect(transposeLetters(random, 'Aaaa')).toBe('Aaaa');
});

it('a name written by ear keeps being a word', () => {
  const heard = many(() => respell(random, 'Catherine'));
  expect(heard).toContain('Katherine');
  for (const name of heard) expect(name).toMatch(/^[A-Z][a-z]+$/);
});

it('a scanner takes m for rn', () => {
  expect(many(() => misread(random, 'emma'))).toEqual(
    expect.arrayContaining([expect.stringContaining('rn')]),
  );
});

it('registry edits split words, drop and add letters', () => {
  const lengths = new Set(many(() => editLetters(random, 'peterson')).map((word) => word.length));
  expect(lengths).toEqual(new Set([7, 8, 9]));
  expect(editLetters(random, '')).toBe('');
});

it('UTF-8 read as Windows-1252 shows the usual rubbish', () => {
  expect(mojibake('José')).toBe('JosÃ©');
  expect(mojibake('Allē')).toBe('AllÄ“');
  expect(questionMarks('José')).toBe('Jos?');
  expect(mojibake('Jose')).toBe('Jose');
});

it('a narrow column cuts the name and leaves no blank behind', () => {
  expect(truncate('Sarah Johnson', 6)).toBe('Sarah');
  expect(truncate('Sarah', 6)).toBe('Sarah');
});

it('every phone notation keeps the ten digits, in order', () => {
  for (let format = 0; format < PHONE_FORMAT_COUNT; format++) {
    expect(formatPhone('5551234567', format).replace(/\D/g, '')).toMatch(/^1?5551234567$/);
  }
});

it('a digit slip keeps ten digits and changes one or two', () => {
  for (const slipped of many(() => slipDigit(random, '5551234567'))) {
    expect(slipped).toMatch(/^\d{10}$/);
    expect(slipped).not.toBe('5551234567');
  }
});

it('e-mail slips keep an address', () => {
  for (const email of many(() => slipMailbox(random, 'kate.wilson@gmail.com')))
    expect(email).toMatch(/@gmail\.com$/);
  expect(many(() => slipDomain(random, 'kate@gmail.com'))).toContain('kate@gmial.com');
});

it('mistyped amounts and dates are wrong but possible', () => {
  for (let i = 0; i < 300; i++) {
    expect(slipCents(random, 4000)).toBeGreaterThan(0);
    expect(slipCents(random, 4000)).not.toBe(4000);
    expect(Number.isNaN(Date.parse(slipDate(random, '2024-02-29')))).toBe(false);
  }
});

it('day and month change places only when that makes a date', () => {
  expect(swapDayAndMonth('2024-03-05')).toBe('2024-05-03');
  expect(swapDayAndMonth('2024-03-25')).toBe('2024-03-25');
});
