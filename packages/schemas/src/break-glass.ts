// Emergency access to data of patients, for members who otherwise have none.
import * as z from 'zod';

export const MAX_BREAK_GLASS_MINUTES = 60;

export const OpenBreakGlassRequestWire = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(10)
      .max(500)
      .meta({ example: 'The only reviewer is ill and the reimbursement is due today.' }),
    minutes: z.int().min(1).max(MAX_BREAK_GLASS_MINUTES).default(30),
  })
  .meta({ id: 'OpenBreakGlassRequest' });
export type OpenBreakGlassRequestWire = z.infer<typeof OpenBreakGlassRequestWire>;

export const ReviewBreakGlassRequestWire = z
  .strictObject({ note: z.string().trim().min(1).max(500) })
  .meta({ id: 'ReviewBreakGlassRequest' });
export type ReviewBreakGlassRequestWire = z.infer<typeof ReviewBreakGlassRequestWire>;

export const BreakGlassWire = z
  .object({
    break_glass_id: z.uuid(),
    user_id: z.uuid(),
    display_name: z.string(),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Null for whoever neither sees patients nor opened it: it may name one.' }),
    opened_at: z.string(),
    expires_at: z.string(),
    ended_at: z.string().nullable().meta({ description: 'When it was given back before its time.' }),
    is_open: z.boolean(),
    reviewed_by: z.string().nullable().meta({ description: 'Name of the member.' }),
    reviewed_at: z.string().nullable(),
    review_note: z.string().nullable().meta({ description: 'As the reason.' }),
  })
  .meta({ id: 'BreakGlass' });
export type BreakGlassWire = z.infer<typeof BreakGlassWire>;

export const BreakGlassesWire = z
  .object({ break_glasses: z.array(BreakGlassWire) })
  .meta({ id: 'BreakGlasses' });

/** Pushed to every member when emergency access is opened. The reason stays in the log. */
export const BREAK_GLASS_EVENT = 'break-glass:opened';
export const BreakGlassOpenedWire = z.object({
  break_glass_id: z.uuid(),
  user_id: z.uuid(),
  expires_at: z.string(),
});
export type BreakGlassOpenedWire = z.infer<typeof BreakGlassOpenedWire>;
