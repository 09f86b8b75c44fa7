// The lines of a matches file without a stream to write them to, for pages that save one themselves.
export { csvRecord } from './csv.ts';
export { matchesCells, matchesHeader } from './matches-row.ts';
export { reportedId, reportedRow } from './reported-row.ts';
