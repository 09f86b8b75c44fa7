// Results as a file.
import * as z from 'zod';
import { EXPORT_FORMATS } from './matches-file.ts';

export const ExportFormatWire = z.enum(EXPORT_FORMATS);

export const ExportRequestWire = z
  .strictObject({ job_id: z.uuid(), format: ExportFormatWire })
  .meta({ id: 'ExportRequest' });
export type ExportRequestWire = z.infer<typeof ExportRequestWire>;
