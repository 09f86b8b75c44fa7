// The matches file: CSV, JSON or XLSX.
export { guardFormula } from './formula-guard.ts';
export type { MatchesRow } from './matches-row.ts';
export { CONTENT_TYPES, type MatchesRows, type WriteMatchesOptions, writeMatches } from './write-matches.ts';
