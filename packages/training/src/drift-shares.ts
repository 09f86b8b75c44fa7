// Shares of drift bins as a manifest keeps them.

/** A bin no book ever showed is still possible. */
const SMALLEST_SHARE = 0.001;

export const keptShares = (shares: readonly number[]): number[] =>
  shares.map((share) => fourPlaces(Math.max(SMALLEST_SHARE, share)));

export const fourPlaces = (value: number): number => Math.round(value * 10_000) / 10_000;
