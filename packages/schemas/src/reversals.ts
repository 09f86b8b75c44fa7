// Voids and refunds of a portal, and what people say of them: whether a redemption is taken back or stands.
import * as z from 'zod';
import { TransactionWire } from './transaction.ts';

export const ReversalWire = z
  .object({
    reversal_id: z.uuid(),
    reversal_transaction: TransactionWire,
    takes_back: z.boolean().meta({ description: 'Whether the redemption is taken back by it.' }),
    is_certain: z.boolean().meta({
      description:
        'Whether the rows alone say that it does. Where several redemptions fit it, they do not: it takes none of them back until a person says which.',
    }),
    said: z
      .object({
        stands: z.boolean().meta({ description: 'Whether the redemption stands.' }),
        said_by: z.string(),
        said_at: z.string(),
        reason: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'By a person; null while nobody has spoken.' }),
  })
  .meta({ id: 'Reversal' });
export type ReversalWire = z.infer<typeof ReversalWire>;

/** POST /reconcile/jobs/{job_id}/results/{result_id}/reversal; DELETE takes it back. */
export const SayOfReversalRequestWire = z
  .strictObject({
    reversal_id: z.uuid().meta({ description: 'The one on your screen.' }),
    stands: z.boolean().meta({
      description:
        'true: the redemption stands, whatever the void says. false: of one that nobody is certain about, that it is taken back.',
    }),
    reason: z.string().trim().min(1).max(1000),
  })
  .meta({
    id: 'SayOfReversalRequest',
    example: {
      reversal_id: '00000000-0000-4000-8000-000000000000',
      stands: true,
      reason: 'The portal voided the wrong certificate.',
    },
  });
export type SayOfReversalRequestWire = z.infer<typeof SayOfReversalRequestWire>;
