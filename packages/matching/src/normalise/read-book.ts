// What reading one book by itself gives.
import type { PackedTexts, Side } from '../domain.ts';
import type { TokensOfNames } from './name-column.ts';

/** A book that was read, as plain data: it can be handed to another thread as it is. Texts and numbers lie in order of their ids. */
export interface ReadBook {
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
