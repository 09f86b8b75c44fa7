import { guessable } from './password-policy.ts';

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
