// Results as a file.
import * as z from 'zod';

export const ExportFormatWire = z.enum(['json', 'csv', 'xlsx']);
export type ExportFormat = z.infer<typeof ExportFormatWire>;

export const ExportRequestWire = z
  .strictObject({ job_id: z.uuid(), format: ExportFormatWire })
  .meta({ id: 'ExportRequest' });
export type ExportRequestWire = z.infer<typeof ExportRequestWire>;

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
