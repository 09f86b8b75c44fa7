// A trained model as files: model.onnx, its manifest, its card. Written beside each other and renamed into place.
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ModelManifest, ModelQuality } from '@medspasync/matching';
import { type DriftReference, featureNamesOf, type Plan } from '@medspasync/matching/stages';
import type { ApprovalBounds } from './approval-bound.ts';
import { exportOnnx } from './export-onnx.ts';
import { RIVAL_DAMPING } from './fit-trees.ts';
import type { Plots } from './plots/index.ts';
import type { TrainedModel } from './train-model.ts';

export interface ModelFiles {
  model: Uint8Array;
  manifest: ModelManifest;
}

/** What is known of a model beside its trees. */
export interface About {
  version: string;
  /** `YYYY-MM-DD`. */
  trainedOn: string;
  heldOut: ModelQuality;
  /** SHA-256 of the service encoder the model was taught with. */
  serviceEncoder: string;
  bounds: ApprovalBounds;
  drift: DriftReference;
}

/** The model's bytes and the manifest that describes them. */
export function packModel(trained: TrainedModel, plan: Plan, about: About): ModelFiles {
  const model = exportOnnx(trained.comparisons, trained.rivals);
  return {
    model,
    manifest: {
      kind: 'additive-boosted-trees',
      version: about.version,
      plan: plan.name,
      features: featureNamesOf(plan),
      comparisons: plan.comparisons.map(({ name, label }) => ({ name, label })),
      rivalFeatures: plan.rivals.features.map((feature) => feature.name),
      rivalDamping: RIVAL_DAMPING,
      baseLogOdds: trained.comparisons.baseLogOdds,
      calibration: trained.calibration,
      trainingPrior: trained.trainingPrior,
      ...about.bounds,
      drift: about.drift,
      serviceEncoder: about.serviceEncoder,
      trainedAt: about.trainedOn,
      trainingSize: trained.trainingSize,
      sha256: createHash('sha256').update(model).digest('hex'),
      heldOut: about.heldOut,
    },
  };
}

/** Replaces the directory's model as a whole. `plots` are the pictures its card shows. */
export async function writeModel(
  directory: string,
  files: { model: Uint8Array; manifest: { version: string } },
  card: string,
  plots: Plots = {},
): Promise<void> {
  const fresh = join(dirname(directory), `.new-${files.manifest.version}`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await writeFile(join(fresh, 'model.onnx'), files.model);
  await writeFile(join(fresh, 'manifest.json'), `${JSON.stringify(files.manifest, null, 2)}\n`);
  await writeFile(join(fresh, 'card.md'), card);
  for (const [name, svg] of Object.entries(plots)) await writeFile(join(fresh, name), svg);
  await rm(directory, { recursive: true, force: true });
  await rename(fresh, directory);
}
