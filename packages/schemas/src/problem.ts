// Errors on the wire: RFC 9457 problem documents.
import * as z from 'zod';

export const FieldErrorWire = z
  .object({ field: z.string(), message: z.string() })
  .meta({ id: 'FieldError', description: 'A field, or `row 17, column Amount` of a file.' });
export type FieldError = z.infer<typeof FieldErrorWire>;

export const ProblemWire = z
  .object({
    type: z.string().meta({ example: 'about:blank' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ description: 'Stable, for programs.', example: 'request.invalid' }),
    request_id: z.string(),
    trace_id: z.string().optional().meta({ description: 'Of the trace, where requests are traced.' }),
    errors: z.array(FieldErrorWire).optional(),
    'violated-policies': z.array(z.string()).optional().meta({
      description: 'Of a 429: the limits of RateLimit-Policy that were reached, as the draft spells them.',
    }),
  })
  .meta({ id: 'Problem' });
export type ProblemWire = z.infer<typeof ProblemWire>;
