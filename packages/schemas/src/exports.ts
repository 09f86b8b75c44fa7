// Results as a file.
import * as z from 'zod';
import { EXPORT_FORMATS } from './matches-file.ts';

export const ExportFormatWire = z.enum(EXPORT_FORMATS);

export const ExportRequestWire = z
  .strictObject({
    job_id: z.uuid(),
    format: ExportFormatWire,
    byte_order_mark: z.boolean().optional().meta({
      description:
        'Of a CSV: Excel reads one that begins with it as UTF-8, and any other in a code page of its own.',
    }),
  })
  .refine(({ byte_order_mark, format }) => !byte_order_mark || format === 'csv', {
    path: ['byte_order_mark'],
    message: 'goes with the format csv',
  })
  .meta({ id: 'ExportRequest' });
export type ExportRequestWire = z.infer<typeof ExportRequestWire>;
