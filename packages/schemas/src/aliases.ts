// The alias book of an organization: names a person said belong together.
import * as z from 'zod';

/** `alias`: two names of one patient (a maiden name). `household`: two members of a family, who stay a review. */
export const AliasKindWire = z.enum(['alias', 'household']);
export type AliasKind = z.infer<typeof AliasKindWire>;

const name = z.string().trim().min(1).max(200);

export const AddAliasRequestWire = z
  .strictObject({
    kind: AliasKindWire,
    names: z.array(name).length(2).meta({ description: 'Both names, in full.' }),
  })
  .meta({
    id: 'AddAliasRequest',
    example: { kind: 'alias', names: ['Maria Lopez', 'Maria Lindqvist'] },
  });
export type AddAliasRequestWire = z.infer<typeof AddAliasRequestWire>;

export const AliasWire = z
  .object({
    alias_id: z.uuid(),
    kind: AliasKindWire,
    names: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Both names; null for members without patient access.' }),
    confirmed_by: z.string(),
    confirmed_at: z.iso.datetime(),
    result_id: z
      .uuid()
      .nullable()
      .meta({ description: 'The result it was confirmed on; null when added by itself.' }),
  })
  .meta({ id: 'Alias' });
export type AliasWire = z.infer<typeof AliasWire>;

export const AliasesWire = z
  .object({ aliases: z.array(AliasWire), total: z.int().min(0), page: z.int(), limit: z.int() })
  .meta({ id: 'Aliases' });
export type AliasesWire = z.infer<typeof AliasesWire>;
