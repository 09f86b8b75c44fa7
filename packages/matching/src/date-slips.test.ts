import fc from 'fast-check';
import { dateSlips, dayAndMonthExchanged } from './date-slips.ts';
import { NO_DAY } from './records.ts';

const DAY_MS = 86_400_000;
const written = (day: number): string =>
  new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');

/** Letter by letter, as a person would count them. */
function slipsBetween(a: string, b: string): number {
  let slips = 0;
  for (let i = 0; i < a.length && slips < 3; i++) {
    if (a[i] === b[i]) continue;
    slips++;
    if (a[i] === b[i + 1] && a[i + 1] === b[i]) i++;
  }
  return slips;
}

/** Every day that four digits of a year can tell: many more than are remembered at once. */
const anyDay = fc.integer({ min: Date.parse('0000-01-01') / DAY_MS, max: Date.parse('9999-12-31') / DAY_MS });
const nearDays = anyDay.chain((day) => fc.tuple(fc.constant(day), fc.integer({ min: day, max: day + 200 })));

it('slips between two dates are those between their digits', () => {
  fc.assert(
    fc.property(fc.oneof(nearDays, fc.tuple(anyDay, anyDay)), ([a, b]) => {
      fc.pre(written(a).length === 8 && written(b).length === 8);
      expect(dateSlips(a, b)).toBe(slipsBetween(written(a), written(b)));
    }),
    { numRuns: 5000 },
  );
});

it('a day in the place of another that was remembered is not taken for it', () => {
  const second = Date.parse('2026-05-02') / DAY_MS;
  const muchLater = second + 8192;
  for (const day of [second, muchLater, second]) {
    const [year, month, ofMonth] = [0, 4, 6].map((at) => written(day).slice(at, at + (at === 0 ? 4 : 2)));
    expect(dayAndMonthExchanged(day)).toBe(Date.parse(`${year}-${ofMonth}-${month}`) / DAY_MS);
  }
  expect(dayAndMonthExchanged(Date.parse('2026-05-13') / DAY_MS)).toBe(NO_DAY);
});
