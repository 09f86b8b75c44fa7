// What a caller may ask to be called a match, on the wire.
import * as z from 'zod';
import { DEFAULT_THRESHOLD } from './confidence-bands.ts';

export const ThresholdWire = z
  .number()
  .min(0)
  .max(1)
  .default(DEFAULT_THRESHOLD)
  .meta({ description: 'Smallest probability that counts as a match.', example: 0.95 });
