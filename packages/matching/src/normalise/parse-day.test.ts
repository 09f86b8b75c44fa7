import { NO_DAY } from '../domain.ts';
import { parseDay } from './parse-day.ts';

describe('a day', () => {
  it('counts from 1970, with or without a time', () => {
    expect(parseDay('1970-01-02')).toBe(1);
    expect(parseDay('2024-01-15T15:45:00')).toBe(parseDay('2024-01-15'));
  });

  it('reaches from 1900 to 2999', () => {
    expect(parseDay('1900-01-01')).toBe(-25567);
    expect(parseDay('2999-12-31')).toBe(376199);
  });

  it.each([
    undefined,
    '',
    '2024-02-31',
    '2024-13-01',
    '01/15/2024',
    'yesterday!',
  ])('is unknown for %j', (raw) => {
    expect(parseDay(raw)).toBe(NO_DAY);
  });
});
