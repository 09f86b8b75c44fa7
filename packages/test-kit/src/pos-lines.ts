// The POS lines a redemption causes, by the shape of its invoice.
import type { ErrorType } from './books.ts';
import type { Random } from './random.ts';
import type { PosLine, Redemption } from './redemption.ts';

/** What a nearly equal line differs by, in cents: card fee, tax, tip, rounding, a dollar typed wrong. */
const NEAR_DIFFERENCES: readonly ((random: Random, cents: number) => number)[] = [
  (random, cents) => Math.round(cents * (0.02 + random.next() * 0.03)),
  (random, cents) => Math.round(cents * (0.04 + random.next() * 0.055)),
  (random, cents) => Math.round(cents * random.pick([0.1, 0.15, 0.18, 0.2])),
  (random, cents) => (cents % 100 === 0 ? random.between(1, 99) : cents % 100),
  (random) => 100 * random.between(1, 5),
];

function drawNearCents(random: Random, cents: number): number {
  const difference = random.pick(NEAR_DIFFERENCES)(random, cents);
  const signed = random.chance(0.72) ? difference : -difference;
  return signed !== 0 && cents + signed > 0 ? cents + signed : cents + 1;
}

/** Part of a reward, a round one where it can be. */
function drawPartCents(random: Random, cents: number): number {
  const part = Math.round(cents * (0.2 + random.next() * 0.7));
  const round = random.chance(0.7) ? Math.round(part / 500) * 500 : part;
  return round > 0 && round < cents ? round : Math.max(1, cents >> 1);
}

/** 2–3 positive parts that sum to `cents`; `cents` ≥ 3. */
function drawParts(random: Random, cents: number): number[] {
  const first = random.chance(0.3) ? cents >> 1 : drawPartCents(random, cents);
  const rest = cents - first;
  if (rest < 2 || random.chance(0.7)) return [first, rest];
  const second = drawPartCents(random, rest);
  return [first, second, rest - second];
}

/** The lines of one redemption. Adds to `errors` what the shape itself makes different. */
export function drawPosLines(random: Random, redemption: Redemption, errors: ErrorType[]): PosLine[] {
  const { visit, program, rewardCents, shape, code } = redemption;
  const line = (cents: number, kind: PosLine['kind'], lateDays = 0): PosLine => ({
    visit,
    program,
    cents,
    kind,
    code,
    lateDays,
    type: 'sale',
  });
  switch (shape) {
    case 'tender':
      return [line(rewardCents, 'tender')];
    case 'equal':
      return [line(rewardCents, 'sale')];
    case 'invoice':
      errors.push('part-of-invoice');
      return [line(Math.max(visit.priceCents, rewardCents + 100), 'sale')];
    case 'near':
      errors.push('amount-near');
      return [line(drawNearCents(random, rewardCents), random.chance(0.5) ? 'tender' : 'sale')];
    case 'partial':
      errors.push('partial-redemption');
      return [line(drawPartCents(random, rewardCents), random.chance(0.5) ? 'tender' : 'sale')];
    case 'split': {
      errors.push('split');
      const late = random.chance(0.2) ? 1 : 0;
      return drawParts(random, rewardCents).map((cents, index) =>
        line(cents, random.chance(0.5) ? 'tender' : 'sale', index === 0 ? 0 : late),
      );
    }
  }
}
