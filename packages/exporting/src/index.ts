// The matches file: CSV, JSON or XLSX.
export { guardFormula } from './formula-guard.ts';
export type { MatchesRow, MoneySince } from './matches-row.ts';
export {
  describeSkipped,
  type ReportedDecision,
  type ReportedResult,
  reportedId,
  reportedRow,
  unreadableRow,
} from './reported-row.ts';
export { CONTENT_TYPES, type MatchesRows, type WriteMatchesOptions, writeMatches } from './write-matches.ts';
