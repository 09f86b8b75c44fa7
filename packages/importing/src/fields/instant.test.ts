import { instantOf } from './instant.ts';

test.each([
  ['2024-01-16T03:30:00Z', '2024-01-16T03:30:00.000Z'],
  ['2024-01-16T00:00:00Z', '2024-01-16T00:00:00.000Z'],
  ['2024-01-15T22:30:00-05:00', '2024-01-16T03:30:00.000Z'],
  ['2024-01-16 09:00+0530', '2024-01-16T03:30:00.000Z'],
  ['2024-01-16T03:30:15.250Z', '2024-01-16T03:30:15.000Z'],
  ['01/15/2024 10:30 PM GMT', '2024-01-15T22:30:00.000Z'],
])('%s is the moment %s', (text, moment) => {
  expect(instantOf(text)?.toISOString()).toBe(moment);
});

test.each([
  '2024-01-16',
  '2024-01-16T03:30:00',
  '01/15/2024 10:30 PM EST',
  '2024-02-30T03:30:00Z',
  'tomorrow at 10:30Z',
])('%s is no moment', (text) => {
  expect(instantOf(text)).toBeUndefined();
});
