// Dollars on the wire.
import * as z from 'zod';
import { MAX_AMOUNT_DOLLARS } from './cents.ts';

const atMostTwoDecimals = (dollars: number): boolean =>
  Math.abs(dollars * 100 - Math.round(dollars * 100)) < 1e-6;

/** A non-negative amount in dollars with at most two decimals. */
export const DollarsWire = z
  .number()
  .min(0)
  .max(MAX_AMOUNT_DOLLARS)
  .refine(atMostTwoDecimals, { error: 'must have at most 2 decimals' })
  .meta({ description: 'Dollars, not negative, at most 2 decimals.', example: 40 });
