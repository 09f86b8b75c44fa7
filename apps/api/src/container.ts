// The composition root: the only place where services are made and slices are wired to each other.
import path from 'node:path';
import { createClosing } from './closing-container.ts';
import { createHealth } from './health-container.ts';
import { createIdentity } from './identity-container.ts';
import { AliasesController, AliasesRepository, AliasesService } from './modules/aliases/index.ts';
import {
  AnchorFiles,
  AuditController,
  AuditRepository,
  AuditService,
  AuditTrail,
  AuditWatch,
  countRecorded,
  type VerificationNeeds,
} from './modules/audit/index.ts';
import { type ApiKeysService, AUTH_ENTITIES } from './modules/auth/index.ts';
import { ResealJobHandler, RotationWatch, SealedRowsRepository } from './modules/encryption/index.ts';
import { ExportsController, ExportsService } from './modules/exports/index.ts';
import { FeaturesController, FeaturesRepository, FeaturesService } from './modules/features/index.ts';
import { HealthController, type MachineWatch } from './modules/health/index.ts';
import {
  CurrentModel,
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
import {
  localDays,
  ORGANIZATION_ENTITIES,
  OrganizationsRepository,
  type OrganizationsService,
} from './modules/organizations/index.ts';
import { ClosedPeriods, PeriodsRepository } from './modules/periods/index.ts';
import { PredictionsController, PredictionsService, PredictionTimings } from './modules/predictions/index.ts';
import {
  ProgramRulesController,
  ProgramRulesRepository,
  ProgramRulesService,
} from './modules/program-rules/index.ts';
import {
  countFinishedJobs,
  DecidedResultsRepository,
  DecisionsRepository,
  DecisionsService,
  EarlierDecisionsRepository,
  enqueueReconciliation,
  JobsController,
  JobsRepository,
  JobsService,
  RECONCILIATION_ENTITIES,
  type ReconcileJobData,
  ReconcileJobHandler,
  RemarksController,
  RemarksRepository,
  RemarksService,
  ResultsController,
  ResultsRepository,
  ResultsService,
  type StateTerms,
  WriteOffsController,
  WriteOffsRepository,
  WriteOffsService,
} from './modules/reconciliation/index.ts';
import { UPLOAD_ENTITIES, UploadsController, type UploadsService } from './modules/uploads/index.ts';
import type { WebhookOutbox } from './modules/webhooks/index.ts';
import { blindIndexes, keyRing, PatientSeal } from './platform/crypto/index.ts';
import type { ControllerFactories } from './platform/http/index.ts';
import { performanceStats } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';
import { createUploads } from './uploads-container.ts';
import { createWebhooks } from './webhooks-container.ts';

export interface Container {
  controllers: ControllerFactories;
  jobHandlers: readonly AnyJobHandler[];
  /** For commands that run beside the API: the first administrator, the sandbox. */
  services: {
    organizations: OrganizationsService;
    apiKeys: ApiKeysService;
    uploads: UploadsService;
    jobs: JobsService;
    results: ResultsService;
  };
  /** For what records from outside of a slice, and for the command that verifies. */
  audit: AuditTrail;
  auditWatch: AuditWatch;
  /** Started with the rest in the API; a worker starts it alone. */
  machine: MachineWatch;
  quality: QualityWatch;
  webhooks: WebhookOutbox;
  auditChains: VerificationNeeds;
  /** Once the API is up: sweeps and watches. */
  start(): Promise<void>;
  stop(): void;
}

/** Entities of all slices, for the database connection. */
export const ENTITIES = [
  ...AUTH_ENTITIES,
  ...ORGANIZATION_ENTITIES,
  ...UPLOAD_ENTITIES,
  ...RECONCILIATION_ENTITIES,
];

/** @param shippedModel default: where this version's model lies. @throws naming MODEL_DIR when that is no model. */
export async function createContainer(platform: Platform, shippedModel?: string): Promise<Container> {
  const { config, database, logger, metrics, queue } = platform;
  const { withinOrganization } = database;
  const model = await CurrentModel.open(config.model.directory, logger, shippedModel);
  const { health, machine } = createHealth(platform, () => model.status());
  const fernetKeys = keyRing(config.fernetKeys);
  const seal = new PatientSeal(fernetKeys);
  const blindIndexOf = blindIndexes(fernetKeys);
  const idsFrom = async (source: 'organization_ids()' | 'audit_organizations()'): Promise<string[]> => {
    const rows = await database.query<{ id: string }>(`SELECT organization_id AS id FROM ${source}`);
    return rows.map(({ id }) => id);
  };
  const auditKeys = keyRing(config.audit.keys);
  const auditRows = new AuditRepository();
  const audit = new AuditTrail(auditRows, auditKeys, countRecorded(metrics));
  const auditChains: VerificationNeeds = {
    repository: auditRows,
    anchors: new AnchorFiles(config.audit.anchorDir, auditKeys),
    keys: auditKeys,
    withinOrganization,
  };
  const auditWatch = new AuditWatch({
    ...auditChains,
    listOrganizations: () => idsFrom('audit_organizations()'),
    metrics,
    logger,
  });
  const identity = createIdentity(platform, audit, seal);
  const features = new FeaturesService(new FeaturesRepository(), withinOrganization, audit);
  const webhooks = createWebhooks(platform, audit, seal);

  const timings = new PredictionTimings();
  const modelVersions = new ModelVersionsRepository();
  const organizationModels = new OrganizationModels({
    shipped: model,
    versions: modelVersions,
    withinOrganization,
    directory: path.join(config.localDir, 'models'),
    logger,
  });
  const predictions = new PredictionsService(organizationModels, timings, metrics);
  const reviewOutcomes = new ReviewOutcomesRepository();
  const quality = new QualityWatch({
    shipped: () => (model.status().loaded ? model.scorer.manifest : undefined),
    reviewOutcomes,
    listOrganizations: () => idsFrom('organization_ids()'),
    withinOrganization,
    metrics,
    logger,
  });
  const models = new ModelsService({
    models: organizationModels,
    reviewOutcomes,
    withinOrganization,
    predictionCount: async () => (await performanceStats(metrics)).predictions,
    timings: () => timings.summary(),
  });

  const jobRows = new JobsRepository();
  const programRules = new ProgramRulesRepository();
  const terms = async (): Promise<StateTerms> => ({
    rules: await programRules.periods(),
    days: await localDays(),
  });
  const resultRows = new ResultsRepository(seal, terms);
  const periods = new PeriodsRepository();
  const months = new ClosedPeriods(periods);
  const { books, uploads } = createUploads(platform, {
    audit,
    seal,
    blindIndexOf,
    isUsedByJob: (uploadId) => jobRows.usesUpload(uploadId),
    holdOpenMonths: (uploadId) => months.holdOpenUpload(uploadId),
  });

  const jobs = new JobsService({
    withinOrganization,
    jobs: jobRows,
    books,
    seal,
    audit,
    months,
    requireReconciliation: (caller) => features.require(caller, 'ai_reconciliation'),
    enqueue: (job) => enqueueReconciliation(queue, job),
    findUnqueued: () =>
      database.query<ReconcileJobData>(
        'SELECT organization_id AS "organizationId", job_id AS "jobId" FROM find_unqueued_jobs()',
      ),
    onIngested: (count) => metrics.transactionsIngested.inc({ source: 'request' }, count),
    logger,
  });
  const results = new ResultsService(resultRows, jobRows, books, audit, withinOrganization);
  const aliases = new AliasesService(new AliasesRepository(seal, blindIndexOf), audit, withinOrganization);
  const organizationRows = new OrganizationsRepository();
  const decisions = new DecisionsService({
    decisions: new DecisionsRepository(seal),
    jobs: jobRows,
    rows: resultRows,
    results,
    aliases,
    months,
    writeOffApprovalCents: () => organizationRows.writeOffApprovalCents(),
    audit,
    withinOrganization,
    onDecided: (decision) => metrics.matches.inc({ decision }),
  });
  const writeOffs = new WriteOffsService({
    writeOffs: new WriteOffsRepository(seal),
    results,
    months,
    audit,
    withinOrganization,
    onApproved: () => metrics.matches.inc({ decision: 'written_off' }),
  });
  const closing = createClosing(platform, { periods, months, books, audit, terms });
  const remarks = new RemarksService(new RemarksRepository(seal), results, audit, withinOrganization);
  const reconcileJob = new ReconcileJobHandler({
    withinOrganization,
    books,
    jobs: jobRows,
    results: resultRows,
    earlier: new EarlierDecisionsRepository(seal),
    audit,
    webhooks: webhooks.outbox,
    aliases,
    modelPlace: (organizationId) => organizationModels.placeFor(organizationId),
    fernetKeys: config.fernetKeys,
    // Several run beside each other in one worker process.
    maxHeapMb: Math.floor(config.jobs.maxHeapMb / config.jobs.concurrency),
    threads: config.jobs.threadsPerJob,
    batchRows: config.jobs.batchSize,
  });
  const sealing = {
    rows: new SealedRowsRepository(seal, blindIndexOf),
    withinOrganization,
    listOrganizations: () => idsFrom('organization_ids()'),
  };
  const rotation = new RotationWatch({ ...sealing, queue, metrics, logger });

  const decidedResults = new DecidedResultsRepository(seal, books);
  const training = new TrainingService({
    withinOrganization,
    models: organizationModels,
    versions: modelVersions,
    audit,
    requireTraining: (caller) => features.require(caller, 'model_training'),
    run: runTraining,
    shippedManifest: () => model.scorer.manifest,
    decidedPairs: () => decidedPairs(decidedResults),
  });
  const exportsOfResults = new ExportsService(results, audit, withinOrganization);

  return {
    controllers: new Map<object, () => object>([
      [HealthController, () => new HealthController(health)],
      ...identity.controllers,
      ...webhooks.controllers,
      ...closing.controllers,
      [FeaturesController, () => new FeaturesController(features)],
      [PredictionsController, () => new PredictionsController(predictions)],
      [ModelsController, () => new ModelsController(models)],
      [TrainingController, () => new TrainingController(training)],
      [UploadsController, () => new UploadsController(uploads)],
      [JobsController, () => new JobsController(jobs, decisions)],
      [ResultsController, () => new ResultsController(results, decisions)],
      [AliasesController, () => new AliasesController(aliases)],
      [WriteOffsController, () => new WriteOffsController(writeOffs)],
      [RemarksController, () => new RemarksController(remarks)],
      [
        ProgramRulesController,
        () => new ProgramRulesController(new ProgramRulesService(programRules, audit, withinOrganization)),
      ],
      [AuditController, () => new AuditController(new AuditService(auditChains, audit))],
      [ExportsController, () => new ExportsController(exportsOfResults)],
    ]),
    jobHandlers: [
      ...identity.jobHandlers,
      ...webhooks.jobHandlers,
      ...closing.jobHandlers,
      handlerFor(reconcileJob),
      handlerFor(new ResealJobHandler({ ...sealing, audit })),
    ],
    services: { ...identity.services, uploads, jobs, results },
    audit,
    auditWatch,
    machine,
    quality,
    webhooks: webhooks.outbox,
    auditChains,
    async start() {
      identity.endedSignIns.startPurging();
      queue.onPublished(countFinishedJobs({ jobs: jobRows, withinOrganization, metrics, logger }));
      await Promise.all([
        health.startWatching(),
        machine.start(),
        quality.start(),
        jobs.startSweeping(),
        closing.settlements.startSweeping(),
        webhooks.outbox.startSweeping(),
        auditWatch.start(),
        rotation.start(),
      ]);
    },
    stop() {
      rotation.stop();
      auditWatch.stop();
      identity.endedSignIns.stopPurging();
      webhooks.outbox.stopSweeping();
      closing.settlements.stopSweeping();
      jobs.stopSweeping();
      quality.stop();
      machine.stop();
      health.stopWatching();
    },
  };
}
