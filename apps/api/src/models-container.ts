// The part of the composition root that predicts, and teaches, compares and watches models.
import path from 'node:path';
import type { AliasBooks } from './modules/aliases/index.ts';
import type { AuditTrail } from './modules/audit/index.ts';
import type { FeaturesService } from './modules/features/index.ts';
import {
  type CurrentModel,
  decidedPairs,
  ModelsController,
  ModelsService,
  ModelVersionsRepository,
  OrganizationModels,
  QualityWatch,
  ReviewOutcomesRepository,
  runTraining,
  TrainingController,
  TrainingService,
} from './modules/models/index.ts';
import { localZones } from './modules/organizations/index.ts';
import { PredictionsController, PredictionsService, PredictionTimings } from './modules/predictions/index.ts';
import type { DecidedResultsRepository } from './modules/reconciliation/index.ts';
import { performanceStats } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';

export interface ModelsNeeds {
  /** The model that came with this version. */
  model: CurrentModel;
  decidedResults: DecidedResultsRepository;
  features: FeaturesService;
  aliasBooks: AliasBooks;
  audit: AuditTrail;
  listOrganizations(): Promise<string[]>;
}

export interface ModelsContainer {
  controllers: readonly [object, () => object][];
  organizationModels: OrganizationModels;
  models: ModelsService;
  quality: QualityWatch;
}

export function createModels(
  { config, database, logger, metrics }: Platform,
  { aliasBooks, audit, decidedResults, features, listOrganizations, model }: ModelsNeeds,
): ModelsContainer {
  const { withinOrganization } = database;
  const timings = new PredictionTimings();
  const versions = new ModelVersionsRepository();
  const organizationModels = new OrganizationModels({
    shipped: model,
    versions,
    withinOrganization,
    directory: path.join(config.localDir, 'models'),
    logger,
  });
  const predictions = new PredictionsService(
    organizationModels,
    aliasBooks,
    timings,
    metrics,
    (organizationId) => withinOrganization(organizationId, localZones),
  );
  const reviewOutcomes = new ReviewOutcomesRepository();
  const models = new ModelsService({
    models: organizationModels,
    reviewOutcomes,
    withinOrganization,
    predictionCount: async () => (await performanceStats(metrics)).predictions,
    timings: () => timings.summary(),
  });
  const training = new TrainingService({
    withinOrganization,
    models: organizationModels,
    versions,
    audit,
    requireTraining: (caller) => features.require(caller, 'model_training'),
    zones: localZones,
    run: runTraining,
    shippedManifest: () => model.scorer.manifest,
    decidedPairs: () => decidedPairs(decidedResults),
  });
  return {
    controllers: [
      [PredictionsController, () => new PredictionsController(predictions)],
      [ModelsController, () => new ModelsController(models)],
      [TrainingController, () => new TrainingController(training)],
    ],
    organizationModels,
    models,
    quality: new QualityWatch({
      shipped: () => (model.status().loaded ? model.scorer.manifest : undefined),
      reviewOutcomes,
      listOrganizations,
      withinOrganization,
      metrics,
      logger,
    }),
  };
}
