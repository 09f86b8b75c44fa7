// Names a person said belong together: the one relation between names that is known and not measured. Apart, because blocking,
// comparing and explaining each ask for it.

/** Pairs of name ids of one job. Name n stands in pairs `pairs[start[n] … start[n + 1])`; all empty where nothing is known. */
export interface KnownNames {
  first: Int32Array;
  second: Int32Array;
  /** 1 for two members of a household, 0 for two names of one person. */
  household: Uint8Array;
  /** Days since 1970-01-01. */
  confirmedOn: Int32Array;
  start: Int32Array;
  pairs: Int32Array;
}

export const NO_KNOWN_NAMES: KnownNames = {
  first: new Int32Array(0),
  second: new Int32Array(0),
  household: new Uint8Array(0),
  confirmedOn: new Int32Array(0),
  start: new Int32Array(0),
  pairs: new Int32Array(0),
};

export const NOT_KNOWN = -1;

/** The pair of two different names, or NOT_KNOWN. */
export function knownPair({ first, second, start, pairs }: KnownNames, a: number, b: number): number {
  if (first.length === 0 || a < 0 || b < 0 || a === b) return NOT_KNOWN;
  for (let i = start[a]!; i < start[a + 1]!; i++) {
    const pair = pairs[i]!;
    if (first[pair] === b || second[pair] === b) return pair;
  }
  return NOT_KNOWN;
}
