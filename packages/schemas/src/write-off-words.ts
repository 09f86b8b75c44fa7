// Why money was given up, as a person says it.
import type { WriteOffReason } from './reviews.ts';

/** As a person calls it. */
export const WRITE_OFF_REASONS: Readonly<Record<WriteOffReason, string>> = {
  expired: 'The reward had expired',
  ineligible_product: 'The product is not of the program',
  claim_window_closed: 'The claim window has closed',
  refused_by_manufacturer: 'The manufacturer refused it',
  entry_error: 'It was entered by mistake',
  goodwill: 'Given as goodwill',
  other: 'Another reason',
};
