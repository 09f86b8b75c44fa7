// Features an organization can turn on or off, declared once: what each is called, what it does, what holds without a
// word from anybody.
import * as z from 'zod';

/** A name is never given to another feature: overrides are stored by it. */
export const FEATURES = {
  ai_reconciliation: { isOnByDefault: true, description: 'Reconciliations can be started.' },
  model_training: { isOnByDefault: true, description: 'The organization can teach a model of its own.' },
} as const satisfies Record<string, { isOnByDefault: boolean; description: string }>;

export type Feature = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as [Feature, ...Feature[]];

const eachFeature = <Schema extends z.ZodType>(
  schema: (feature: Feature) => Schema,
): Record<Feature, Schema> =>
  Object.fromEntries(FEATURE_NAMES.map((name) => [name, schema(name)])) as Record<Feature, Schema>;

/** Whether each is on, as the session has it. */
export const FeatureSwitchesWire = z
  .object(eachFeature((name) => z.boolean().meta({ description: FEATURES[name].description })))
  .meta({ id: 'FeatureSwitches' });
export type FeatureSwitchesWire = z.infer<typeof FeatureSwitchesWire>;

export const FeatureWire = z
  .object({
    name: z.enum(FEATURE_NAMES),
    description: z.string(),
    is_on: z.boolean(),
    is_on_by_default: z.boolean(),
    is_overridden: z.boolean().meta({ description: 'Whether the organization has said so itself.' }),
  })
  .meta({ id: 'Feature' });
export type FeatureWire = z.infer<typeof FeatureWire>;

export const FeaturesWire = z.object({ features: z.array(FeatureWire) }).meta({ id: 'Features' });

/** PATCH: what is not named stays, `null` goes back to the default. */
export const ChangeFeaturesRequestWire = z
  .strictObject(eachFeature(() => z.boolean().nullable().optional()))
  .meta({ id: 'ChangeFeaturesRequest' });
export type ChangeFeaturesRequestWire = z.infer<typeof ChangeFeaturesRequestWire>;
