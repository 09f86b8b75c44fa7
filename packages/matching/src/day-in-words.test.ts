import { dayInWords } from './day-in-words.ts';

const british = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

test('every day from 1900 to 2999 is written as the British write it', () => {
  const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
  // Steps of 13 days meet every day of every month.
  for (let day = dayOf('1900-01-01'); day <= dayOf('2999-12-31'); day += 13) {
    expect(dayInWords(day)).toBe(british.format(day * 86_400_000));
  }
});
