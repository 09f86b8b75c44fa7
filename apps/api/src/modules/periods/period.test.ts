import type { LocalDays } from '../organizations/index.ts';
import { isOver } from './period.ts';

const HAWAII_IS_BEHIND: LocalDays = {
  today: '2026-04-01',
  places: [
    { name: 'quay', today: '2026-04-01' },
    { name: 'honolulu', today: '2026-03-31' },
  ],
};
const at = (name: string) => ({ id: '00000000-0000-4000-8000-000000000000', name });

test('a month of all locations is over when it is over at the last of them', () => {
  const everywhere = { month: '2026-03', location: null };
  expect(isOver(everywhere, HAWAII_IS_BEHIND)).toBe(false);
  const [quay] = HAWAII_IS_BEHIND.places;
  expect(isOver(everywhere, { ...HAWAII_IS_BEHIND, places: [quay!] })).toBe(true);
});

test('a month of one location is over when it is over there', () => {
  expect(isOver({ month: '2026-03', location: at(' Quay ') }, HAWAII_IS_BEHIND)).toBe(true);
  expect(isOver({ month: '2026-03', location: at('Honolulu') }, HAWAII_IS_BEHIND)).toBe(false);
});
