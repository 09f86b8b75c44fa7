import { BREACHED_PASSWORDS } from './common-words.ts';
import { guessable, refusalOfPassword } from './password-policy.ts';

const CONTEXT = ['maria.santos@glow.test', 'Glow Aesthetics'];

test.each([
  'password1234567',
  'Password!Password!',
  'qwertyuiopasdfgh',
  'aaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  '123456789012345678',
  'MedSpaSyncRewards2026',
  'iloveyou-monkey-2024',
  'Maria.Santos.2024!',
  'GlowAesthetics!!!1',
])('%s is guessable', (password) => {
  expect(guessable(password, CONTEXT)).toMatch(/tried first/);
});

test.each([
  'violet-harbor-under-seven-lamps',
  'kX9$vTq2!mZp7Lw',
  '十五文字の合言葉を考えてみました',
  '🦊🌵🚲🧭🪁🥝🧵🛶🪗🎠🦜🍋🪐🧊🎻',
])('%s is not', (password) => {
  expect(guessable(password, CONTEXT)).toBeUndefined();
});

test('words of the person and the organization count only for them', () => {
  expect(guessable('santos-glow-lisbon', [])).toBeUndefined();
  expect(guessable('santos-glow-lis', CONTEXT)).toBeDefined();
});

test('every password of the breach list is guessable, as it is, in capitals and with a year or a sign', () => {
  expect(BREACHED_PASSWORDS.size).toBeGreaterThan(3000);
  for (const password of BREACHED_PASSWORDS)
    for (const disguised of [password, password.toUpperCase(), `${password}2026`, `${password}!`])
      expect([disguised, guessable(disguised, [])]).toEqual([disguised, expect.any(String)]);
});

test('full-width letters do not hide a password of the list', () => {
  expect(guessable('ｐａｓｓｗｏｒｄ１２３４５６７', [])).toBeDefined();
});

describe('the length a password needs', () => {
  const said = (password: string, hasSecondFactor: boolean) =>
    refusalOfPassword(password, { context: [], hasSecondFactor });

  test('is 15 characters where it is the only factor, and 8 beside a second one', () => {
    expect(said('kX9$vTq2!mZp7L', false)).toBe('must have at least 15 characters');
    expect(said('kX9$vTq2!mZp7Lw', false)).toBeUndefined();
    expect(said('kX9$vTq', true)).toBe('must have at least 8 characters');
    expect(said('kX9$vTq2', true)).toBeUndefined();
  });
});
