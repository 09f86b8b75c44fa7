// A book that was read, as plain data: it can be handed to another thread as it is.
import type { PackedTexts, Side } from '../domain.ts';
import type { TokensOfNames } from './name-column.ts';

/** One book over ids of its own; texts and numbers lie in order of their ids. */
export interface PackedBook {
  side: Side;
  amounts: Float64Array;
  tokens: PackedTexts;
  names: TokensOfNames;
  phones: Float64Array;
  emails: PackedTexts;
  services: string[];
  providers: string[];
  locations: string[];
  codes: PackedTexts;
}
