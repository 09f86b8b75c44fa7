// Draws visits and redemptions: products and prices, reward amounts as the programs grant them, lags.
import type { Program } from '@medspasync/schemas';
import type { Habits, LagHabits } from './habits.ts';
import type { Patient } from './population.ts';
import type { Random } from './random.ts';
import type { InvoiceShape, Redemption, Visit } from './redemption.ts';
import { PROVIDERS } from './words/people.ts';
import { ORDINARY_SERVICES, PRODUCTS } from './words/services.ts';

/** Reward amounts in dollars with weights. Source: the programs' public pages; Allē averages about $35. */
const REWARD_DOLLARS: Readonly<Record<Program, readonly (readonly [number, number])[]>> = {
  alle: [
    [10, 14],
    [20, 26],
    [30, 14],
    [40, 14],
    [50, 10],
    [60, 5],
    [75, 5],
    [80, 3],
    [100, 5],
    [120, 1],
    [150, 1],
  ],
  aspire: [
    [20, 20],
    [40, 25],
    [50, 10],
    [60, 18],
    [80, 8],
    [100, 14],
    [120, 3],
    [150, 2],
  ],
  evolus: [
    [40, 80],
    [80, 12],
    [50, 8],
  ],
  xperience: [
    [20, 20],
    [25, 15],
    [30, 15],
    [40, 20],
    [50, 15],
    [75, 8],
    [100, 7],
  ],
  other: [
    [25, 1],
    [50, 1],
  ],
};

const SHAPES: readonly InvoiceShape[] = ['tender', 'invoice', 'equal', 'near', 'partial', 'split'];

const PRODUCT_WEIGHTS: readonly number[] = PRODUCTS.map(
  (product) =>
    ({ toxin: 6, filler: 3, biostimulator: 0.8, device: 0.7, skin: 0.6, other: 0.4 })[product.kind],
);

/** The same as two lists each: drawn for every reward. */
const REWARD_DRAWS = new Map(
  Object.entries(REWARD_DOLLARS).map(([program, amounts]) => [
    program,
    { dollars: amounts.map(([dollars]) => dollars), weights: amounts.map(([, weight]) => weight) },
  ]),
);

function drawDollars(random: Random, program: Program): number {
  const { dollars, weights } = REWARD_DRAWS.get(program)!;
  return dollars[random.weighted(weights)]!;
}

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function drawCode(random: Random, program: Program): string {
  const number = 100_000 + random.below(900_000);
  if (program === 'aspire') return `ASP-${CODE_LETTERS[random.below(24)]}${number}${random.below(10)}`;
  if (program === 'evolus') return `EV${number}${random.below(100)}`;
  if (program === 'xperience') return `XP-${number}`;
  return `AUTH-${number}${CODE_LETTERS[random.below(24)]}`;
}

export interface VisitFrame {
  days: number;
  places: number;
  nextInvoice: () => number;
}

/** A visit of this patient on some day of the book; `rewarded` picks a product some program rewards. */
export function drawVisit(random: Random, frame: VisitFrame, patient: Patient, rewarded: boolean): Visit {
  const product = rewarded ? PRODUCTS[random.weighted(PRODUCT_WEIGHTS)]! : random.pick(ORDINARY_SERVICES);
  const units = random.between(product.units[0], product.units[1]);
  const extras = random.chance(0.25) ? random.pick(ORDINARY_SERVICES).unitCents : 0;
  return {
    patient,
    day: random.below(frame.days),
    minute: 540 + random.below(540),
    place: random.chance(0.9) ? patient.home : random.below(frame.places),
    provider: random.pick(PROVIDERS),
    product,
    units,
    priceCents: units * product.unitCents + extras,
    invoice: frame.nextInvoice(),
  };
}

function drawLag(random: Random, lag: LagHabits): number {
  if (random.chance(lag.before)) return -random.between(1, 3);
  if (random.chance(lag.tail)) return random.between(6, 30);
  return random.weighted(lag.days);
}

/** A large amount that both books carry, as in the brief: a price, or a round sum. */
const drawEqualCents = (random: Random, visit: Visit): number =>
  random.chance(0.5)
    ? visit.priceCents
    : 5000 * random.between(2, 30) + (random.chance(0.2) ? random.below(5000) : 0);

function drawShape(random: Random, weights: Habits['shapes']): InvoiceShape {
  let total = 0;
  for (const shape of SHAPES) total += weights[shape];
  let left = random.next() * total;
  for (const shape of SHAPES) {
    left -= weights[shape];
    if (left < 0) return shape;
  }
  return 'tender';
}

/** What is redeemed at this visit, and how it will show in the POS. */
export function drawRedemption(random: Random, habits: Habits, visit: Visit): Redemption {
  const shape = drawShape(random, habits.shapes);
  const { program } = visit.product;
  let rewardCents = 100 * drawDollars(random, program);
  // A sale as large as the reward itself, or a near, partial or split one, comes in both sizes.
  const large =
    shape === 'equal' || (shape !== 'tender' && shape !== 'invoice' && random.chance(habits.largeAmounts));
  if (large) rewardCents = drawEqualCents(random, visit);
  if (shape === 'split' && rewardCents < 2000) rewardCents += 4000;
  if (rewardCents > visit.priceCents && shape === 'invoice') rewardCents = 2000;
  return {
    visit,
    program,
    rewardCents,
    shape,
    lagDays: drawLag(random, habits.lag),
    code: drawCode(random, program),
  };
}
