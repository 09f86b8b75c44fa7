// The habits of one spa group: how often each shape, lag and trouble comes up. Every process sets its own.
import type { PopulationHabits } from './population.ts';
import type { InvoiceShape } from './redemption.ts';

export interface LagHabits {
  /** Weights of 0, 1, 2, … days after the visit. */
  days: readonly number[];
  /** Share entered 6–30 days late. */
  tail: number;
  /** Share entered 1–3 days before the visit. */
  before: number;
}

export interface Habits {
  /** Rewards per patient over the book: repeat visits. */
  rewardsPerPatient: number;
  population: PopulationHabits;
  shapes: Readonly<Record<InvoiceShape, number>>;
  /** Of near, partial and split shapes, the share with an amount the size of an invoice instead of a reward. */
  largeAmounts: number;
  lag: LagHabits;
  /** Share of rewards for services of no program: a spa's own points, or a portal that lists any sale. */
  otherServices: number;
  /** Share of redemptions that use two certificates on one invoice. */
  multiCertificate: number;
  /** Share of rewards that the POS knows nothing of. */
  missingInPos: number;
  /** Share of rewards whose sale was refunded or voided before it counted. */
  reversed: number;
  /** Share of rewards that repeat the one before: entered twice. */
  duplicateReward: number;
  /** Share of POS rows rung up twice. */
  duplicatePos: number;
  /** POS rows without a reward, per reward: the rest of the spa's day. */
  ordinarySales: number;
  /** Discounts given in the POS and never redeemed, per reward. */
  leaks: number;
  /** Rows made to mislead, per reward: same surname or household, same day, same amount. */
  decoys: number;
  /** Share of redemptions whose code stands in the POS too. */
  codeInPos: number;
}
