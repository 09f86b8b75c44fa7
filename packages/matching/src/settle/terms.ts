// When a manufacturer pays a redemption back. Terms change and differ from spa to spa: these are defaults to start from.
import type { Program } from '@medspasync/schemas';

/** Days after the redemption on which a payment may come; after the last one it is overdue. Whole days, both included. */
export interface ReimbursementTerms {
  fromDays: number;
  toDays: number;
}

/** Programs name 7 to 30 days; a claim that waits for a month's end comes later. */
const USUAL: ReimbursementTerms = { fromDays: 0, toDays: 45 };

export const DEFAULT_TERMS: Readonly<Record<Program, ReimbursementTerms>> = {
  alle: USUAL,
  aspire: USUAL,
  evolus: USUAL,
  xperience: USUAL,
  other: USUAL,
};
