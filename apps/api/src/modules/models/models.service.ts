// What an organization's model is, what it was measured to do, and what it does here.
import { type ModelInfoWire, type ModelMetricsWire, toWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { versionPrecisionToWire } from './live-precision.ts';
import type { OrganizationModels } from './organization-models.ts';
import type { ReviewOutcomesRepository } from './review-outcomes.repository.ts';

export interface ModelsServiceNeeds {
  models: OrganizationModels;
  reviewOutcomes: ReviewOutcomesRepository;
  withinOrganization: WithinOrganization;
  /** Pairs scored since this process started. */
  predictionCount(): Promise<number>;
  timings(): ModelMetricsWire['timings'];
}

export class ModelsService {
  constructor(private readonly needs: ModelsServiceNeeds) {}

  /** @throws Refusal `service.unavailable` without a model. */
  async info(organizationId: string): Promise<ModelInfoWire> {
    const { manifest } = await this.needs.models.scorerFor(organizationId);
    return {
      kind: manifest.kind,
      version: manifest.version,
      plan: manifest.plan,
      features: manifest.features,
      comparisons: manifest.comparisons,
      trained_at: manifest.trainedAt,
      training_size: manifest.trainingSize,
      sha256: manifest.sha256,
    };
  }

  /** Held-out quality, and how people of this organization judged what the model was unsure of. */
  async metrics(organizationId: string): Promise<ModelMetricsWire> {
    const { models, predictionCount, reviewOutcomes, timings, withinOrganization } = this.needs;
    const { heldOut } = (await models.scorerFor(organizationId)).manifest;
    const [predictions, { reviewed, approved, versions }] = await Promise.all([
      predictionCount(),
      withinOrganization(organizationId, async () => ({
        ...(await reviewOutcomes.count()),
        versions: await reviewOutcomes.byVersion(),
      })),
    ]);
    const precision = reviewed === 0 ? null : approved / reviewed;
    return {
      held_out: toWire(heldOut),
      live: { predictions, reviewed, approved, precision, by_version: versions.map(versionPrecisionToWire) },
      timings: timings(),
    };
  }
}
