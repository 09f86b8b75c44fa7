import { nicknameGroupsOf } from './nicknames.ts';

const related = (a: string, b: string): boolean =>
  nicknameGroupsOf(a).some((group) => nicknameGroupsOf(b).includes(group));

describe('given names', () => {
  it.each([
    ['kate', 'katherine'],
    ['bob', 'robert'],
    ['peggy', 'margaret'],
    ['liz', 'elizabeth'],
    ['pepe', 'jose'],
    ['mimi', 'miriam'],
  ])('%s is a form of %s, and the other way round', (a, b) => {
    expect(related(a, b)).toBe(true);
    expect(related(b, a)).toBe(true);
  });

  it('that merely resemble each other are not forms of one name', () => {
    expect(related('marcus', 'maria')).toBe(false);
    expect(related('sarah', 'sean')).toBe(false);
  });
});
