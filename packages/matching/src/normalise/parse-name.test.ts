import { parseName } from './parse-name.ts';

const parts = (raw: string) => {
  const { tokens, surnameAt } = parseName(raw);
  return { given: tokens.slice(0, surnameAt), surname: tokens.slice(surnameAt) };
};

describe('a patient’s name', () => {
  it.each([
    ['Sarah Johnson', ['sarah'], ['johnson']],
    ['JOHNSON, SARAH', ['sarah'], ['johnson']],
    ['Johnson, Sarah M.', ['sarah', 'm'], ['johnson']],
    ['Dr. Emily Davis', ['emily'], ['davis']],
    ['Mrs Sarah Johnson, RN', ['sarah'], ['johnson']],
    ['Sarah Smith-Jones', ['sarah'], ['smith', 'jones']],
    ['Ji-woo Yoon', ['jiwoo'], ['yoon']],
    ['Maria de la Cruz', ['maria'], ['delacruz']],
    ['De La Cruz, Maria', ['maria'], ['delacruz']],
    ['Sean O’Brien', ['sean'], ['obrien']],
    ['José Núñez', ['jose'], ['nunez']],
    ['JosÃ© NÃºÃ±ez', ['jose'], ['nunez']],
    ['Vilma G?mez', ['vilma'], ['gmez']],
    ['Eugen1a Ru1z', ['eugenia'], ['ruiz']],
    ['Cher', ['cher'], []],
    ['S. Johnson', ['s'], ['johnson']],
    ['Van Nguyen', ['van'], ['nguyen']],
    ['Мария Иванова', ['мария'], ['иванова']],
  ])('reads %s', (raw, given, surname) => {
    expect(parts(raw)).toEqual({ given, surname });
  });

  it('keeps a generation suffix apart from the name', () => {
    expect(parseName('Robert Johnson Jr.')).toMatchObject({ tokens: ['robert', 'johnson'], suffix: 2 });
    expect(parseName('Johnson III, Robert')).toMatchObject({ tokens: ['robert', 'johnson'], suffix: 3 });
  });

  it('takes a nickname in parentheses or quotes as an alias', () => {
    expect(parseName('Katherine (Kate) Wilson')).toMatchObject({
      tokens: ['katherine', 'wilson'],
      alias: 'kate',
    });
    expect(parseName('Walter "Walt" Reese').alias).toBe('walt');
  });

  it.each(['', ' , ', '\u0000', '💉✨', '---', '12345'])('finds no name in %j', (raw) => {
    expect(parseName(raw).tokens).toEqual([]);
  });

  it('looks only at the beginning of a name of a million letters', () => {
    const { tokens } = parseName(`Sarah ${'x'.repeat(1_000_000)}`);
    expect(tokens[0]).toBe('sarah');
    expect(tokens[1]!.length).toBeLessThanOrEqual(32);
  });
});
