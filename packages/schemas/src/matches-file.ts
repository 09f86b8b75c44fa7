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

/** What exports of stored results say beside: of a redemption that was paid in part, and of a sale that a later file corrects. */
export const MONEY_SINCE_COLUMNS = [
  'rest_written_off',
  'rest_awaiting_approval',
  'rest_reason',
  'sale_note',
] as const;
