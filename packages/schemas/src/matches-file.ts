// What a matches file looks like, wherever it is written.

export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The fixed header of a matches file (CSV and XLSX), on the command line and in exports alike. */
export const MATCHES_COLUMNS = [
  'reward_id',
  'pos_ids',
  'result',
  'match_probability',
  'confidence_level',
  'recommendation',
  'reason',
] as const;
