// A model speaks about one plan only: what it was trained to read must be what the plan measures.
import type { EncoderManifest, ModelManifest } from '../score/scorer.ts';
import { featureNamesOf, type Plan } from './plan.ts';

/** Models found to fit, by their manifest: single pairs ask again and again. */
const fitting = new WeakMap<ModelManifest, Plan>();

/** Throws, naming the first difference, unless the manifest names exactly the plan's features and comparisons. */
export function assertModelFits(manifest: ModelManifest, plan: Plan): void {
  if (fitting.get(manifest) === plan) return;
  if (manifest.plan !== plan.name) {
    throw new Error(`model ${manifest.version} was trained for plan ${manifest.plan}, not ${plan.name}`);
  }
  assertSameList(manifest, 'features', manifest.features, featureNamesOf(plan));
  assertSameList(
    manifest,
    'comparisons',
    manifest.comparisons.map((comparison) => comparison.name),
    plan.comparisons.map((comparison) => comparison.name),
  );
  assertSameList(
    manifest,
    'rival features',
    manifest.rivalFeatures,
    plan.rivals.features.map((feature) => feature.name),
  );
  fitting.set(manifest, plan);
}

/** Throws unless the model was taught on this very encoder's vectors. */
export function assertEncoderFits(manifest: ModelManifest, encoder: EncoderManifest): void {
  if (manifest.serviceEncoder !== encoder.sha256) {
    throw new Error(
      `model ${manifest.version} was trained with another service encoder than version ${encoder.version}`,
    );
  }
}

function assertSameList(
  manifest: ModelManifest,
  what: string,
  found: readonly string[],
  wanted: readonly string[],
): void {
  for (let i = 0; i < Math.max(found.length, wanted.length); i++) {
    if (found[i] === wanted[i]) continue;
    throw new Error(
      `model ${manifest.version} does not fit the plan: ${what}[${i}] is ${found[i] ?? 'absent'}, the plan has ${wanted[i] ?? 'none'}`,
    );
  }
}
