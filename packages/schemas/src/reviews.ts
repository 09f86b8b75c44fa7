// What a person decided about a result the engine doubted.
import * as z from 'zod';

export const VerdictWire = z.enum(['approved', 'rejected']);
export type Verdict = z.infer<typeof VerdictWire>;

export const DecisionWire = z
  .object({
    decision_id: z.uuid(),
    verdict: VerdictWire,
    decided_by: z.string().meta({ description: 'Name of the member of staff.' }),
    decided_at: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Decision' });
export type DecisionWire = z.infer<typeof DecisionWire>;

/** POST /reconcile/jobs/{job_id}/results/{result_id}/decision; DELETE undoes it. */
export const DecideRequestWire = z
  .strictObject({ verdict: VerdictWire, note: z.string().trim().min(1).max(1000).optional() })
  .meta({ id: 'DecideRequest' });
export type DecideRequestWire = z.infer<typeof DecideRequestWire>;
