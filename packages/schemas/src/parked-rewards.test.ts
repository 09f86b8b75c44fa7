import { saysParked } from './parked-rewards.ts';

test.each([
  ['Aspire (AS) – to CB', true],
  ['aspire (as) - to cb', true],
  ['BD – to CB', true],
  ['Allē to cosmetic balance', true],
  ['Aspire (AS) – Today', false],
  ['Old Cosmetic Balance', false],
  ['CB Botox 20u', false],
  ['', false],
])('the label %s puts a reward on the balance: %s', (label, isParked) => {
  expect(saysParked(label)).toBe(isParked);
});
