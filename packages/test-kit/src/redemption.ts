// What truly happened at the spa, before anybody wrote it down: visits, redemptions and the POS lines they cause.
import type { Program } from '@medspasync/schemas';
import type { Patient } from './population.ts';
import type { Product } from './words/services.ts';

/**
 * How the reward appears in the POS: its own tender line, part of a whole invoice, a sale of the very same amount,
 * nearly the same amount (fee, tax, tip, rounding), only part of it used, several lines that sum to it.
 */
export type InvoiceShape = 'tender' | 'invoice' | 'equal' | 'near' | 'partial' | 'split';

export interface Visit {
  patient: Patient;
  /** Days from the book's first. */
  day: number;
  /** Minutes from midnight. */
  minute: number;
  place: number;
  provider: string;
  product: Product;
  units: number;
  /** Price of the whole invoice before the reward. */
  priceCents: number;
  /** Unique per invoice. */
  invoice: number;
}

export interface Redemption {
  visit: Visit;
  program: Program;
  rewardCents: number;
  shape: InvoiceShape;
  /** Days from the visit to the entry in the portal; negative: entered before. */
  lagDays: number;
  /** Certificate or authorization code. */
  code: string;
}

/** One line of the POS as it was truly rung up. */
export interface PosLine {
  visit: Visit;
  program: Program;
  cents: number;
  /** A tender line names the program, a sale line the product. */
  kind: 'tender' | 'sale';
  /** The code typed into the tender line; empty where none was. */
  code: string;
  /** Days after the visit that the line was rung up: 0 but for late parts of a split. */
  lateDays: number;
  type: 'sale' | 'refund' | 'void';
}
