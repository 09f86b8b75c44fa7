// The declared defaults with what an organization has said instead.
import { FEATURE_NAMES, FEATURES, type Feature, type FeatureSwitchesWire } from '@medspasync/schemas';

/** By name; may hold names of features that are no more. */
export type FeatureOverrides = Partial<Record<Feature, boolean>>;

export const featureSwitches = (overrides: FeatureOverrides): FeatureSwitchesWire =>
  Object.fromEntries(
    FEATURE_NAMES.map((name) => [name, overrides[name] ?? FEATURES[name].isOnByDefault]),
  ) as FeatureSwitchesWire;
