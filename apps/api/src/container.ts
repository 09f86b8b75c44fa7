// The composition root: the only place where services are made and slices are wired to each other.

import { createAnalytics } from './analytics-container.ts';
import { createAudit } from './audit-container.ts';
import { createClosing } from './closing-container.ts';
import { createHealth } from './health-container.ts';
import { createIdentity } from './identity-container.ts';
import { createModels } from './models-container.ts';
import { AliasBooks, AliasesRepository } from './modules/aliases/index.ts';
import type { AuditTrail, AuditWatch, VerificationNeeds } from './modules/audit/index.ts';
import { type ApiKeysService, AUTH_ENTITIES } from './modules/auth/index.ts';
import {
  ContactController,
  ContactMessagesRepository,
  ContactMessagesRotation,
  ContactService,
} from './modules/contact/index.ts';
import { ResealJobHandler, RotationWatch, SealedRowsRepository } from './modules/encryption/index.ts';
import { FeaturesController, FeaturesRepository, FeaturesService } from './modules/features/index.ts';
import { HealthController, type MachineWatch } from './modules/health/index.ts';
import { CurrentModel, type QualityWatch } from './modules/models/index.ts';
import {
  localDays,
  ORGANIZATION_ENTITIES,
  type OrganizationsService,
} from './modules/organizations/index.ts';
import { ClosedPeriods, PeriodsRepository, RowsOfClosedMonthsRepository } from './modules/periods/index.ts';
import {
  ProgramRulesController,
  ProgramRulesRepository,
  ProgramRulesService,
} from './modules/program-rules/index.ts';
import {
  DecidedResultsRepository,
  FinishedJobs,
  JobsRepository,
  type JobsService,
  RECONCILIATION_ENTITIES,
  type ResultsService,
  type StateTerms,
} from './modules/reconciliation/index.ts';
import {
  type DateWatch,
  PaymentsRepository,
  type SettlementsService,
} from './modules/reimbursements/index.ts';
import { UPLOAD_ENTITIES, UploadsController, type UploadsService } from './modules/uploads/index.ts';
import type { WebhookOutbox } from './modules/webhooks/index.ts';
import { openBodyThread } from './open-body-thread.ts';
import { blindIndexes, keyRing, PatientSeal } from './platform/crypto/index.ts';
import type { BodyDesk } from './platform/http/body-desk.ts';
import { type ControllerFactories, OldAnswers } from './platform/http/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';
import type { WorkThread } from './platform/work-thread/index.ts';
import { createReconciliation } from './reconciliation-container.ts';
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
    settlements: SettlementsService;
  };
  /** Where large JSON bodies are read. */
  bodyThread: WorkThread<BodyDesk>;
  /** For what records from outside of a slice, and for the command that verifies. */
  audit: AuditTrail;
  auditWatch: AuditWatch;
  dateWatch: DateWatch;
  /** Started with the rest in the API; a worker starts it alone. */
  machine: MachineWatch;
  quality: QualityWatch;
  webhooks: WebhookOutbox;
  auditChains: VerificationNeeds;
  /** Once the API is up: sweeps and watches. */
  start(): Promise<void>;
  stop(): void;
  /** Ends the threads that requests work in. */
  close(): Promise<void>;
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
  const finishedJobs = new FinishedJobs();
  const { health, machine } = createHealth(
    platform,
    () => model.status(),
    () => finishedJobs.completed,
  );
  const fernetKeys = keyRing(config.fernetKeys);
  const seal = new PatientSeal(fernetKeys);
  const blindIndexOf = blindIndexes(fernetKeys);
  const idsFrom = async (source: 'organization_ids()' | 'audit_organizations()'): Promise<string[]> => {
    const rows = await database.query<{ id: string }>(`SELECT organization_id AS id FROM ${source}`);
    return rows.map(({ id }) => id);
  };
  const listOrganizations = () => idsFrom('organization_ids()');
  const recorded = createAudit(platform, () => idsFrom('audit_organizations()'));
  const { audit, auditChains, auditWatch } = recorded;
  const identity = createIdentity(platform, audit, seal);
  const features = new FeaturesService(new FeaturesRepository(), withinOrganization, audit);
  const webhooks = createWebhooks(platform, audit, seal);

  const jobRows = new JobsRepository();
  const programRules = new ProgramRulesRepository();
  const terms = async (): Promise<StateTerms> => ({
    rules: await programRules.periods(),
    days: await localDays(),
  });
  const periods = new PeriodsRepository(seal);
  const months = new ClosedPeriods(periods, new RowsOfClosedMonthsRepository());
  const payments = new PaymentsRepository();
  const { books, fileThread, uploads } = createUploads(platform, {
    audit,
    seal,
    blindIndexOf,
    // Rewards ask for the claims next, and whoever decides holds those before the ledger: only a remittance asks for it here. As
    // whoever settles, it holds the months first.
    isUsed: async ({ id, side }) => {
      if (await jobRows.usesUpload(id)) return true;
      if (side !== 'reimbursement') return false;
      await months.holdOpenTransactions([]);
      return payments.haveSettled(id);
    },
    holdOpenMonths: (uploadId) => months.holdOpenUpload(uploadId),
    noteReversals: (uploadId) => reconciliation.reversals.note(uploadId),
  });

  const aliasRows = new AliasesRepository(seal, blindIndexOf);
  const aliasBooks = new AliasBooks(aliasRows, withinOrganization);
  const models = createModels(platform, {
    model,
    aliasBooks,
    decidedResults: new DecidedResultsRepository(seal, books),
    features,
    audit,
    listOrganizations,
  });
  const { organizationModels, quality } = models;
  const analytics = createAnalytics(platform, { health, models: models.models });
  const contact = new ContactService(new ContactMessagesRepository(database, seal), logger);
  const reconciliation = createReconciliation(platform, {
    jobRows,
    books,
    months,
    organizationModels,
    features,
    webhooks: webhooks.outbox,
    audit,
    seal,
    aliasRows,
    aliasBooks,
    terms,
    paidCents: (redemptionId) => payments.paidCents(redemptionId),
    paidAmong: (redemptionIds) => payments.paidAmong(redemptionIds),
  });
  const { jobs, results } = reconciliation;
  const closing = createClosing(platform, {
    periods,
    months,
    payments,
    books,
    audit,
    announcements: reconciliation.announcements,
    terms,
    listOrganizations,
  });
  const sealing = {
    rows: new SealedRowsRepository(seal, blindIndexOf),
    rowsOfNobody: new ContactMessagesRotation(platform.ownerUrl, seal),
    withinOrganization,
    listOrganizations,
  };
  const bodyThread = openBodyThread(platform);
  const oldAnswers = new OldAnswers(database, logger);
  const rotation = new RotationWatch({ ...sealing, queue, metrics, logger });

  return {
    controllers: new Map<object, () => object>([
      [HealthController, () => new HealthController(health)],
      ...identity.controllers,
      ...webhooks.controllers,
      ...closing.controllers,
      ...models.controllers,
      ...analytics.controllers,
      [ContactController, () => new ContactController(contact)],
      ...reconciliation.controllers,
      ...recorded.controllers,
      [FeaturesController, () => new FeaturesController(features)],
      [UploadsController, () => new UploadsController(uploads)],
      [
        ProgramRulesController,
        () => new ProgramRulesController(new ProgramRulesService(programRules, audit, withinOrganization)),
      ],
    ]),
    jobHandlers: [
      ...identity.jobHandlers,
      ...webhooks.jobHandlers,
      ...closing.jobHandlers,
      ...reconciliation.jobHandlers,
      handlerFor(new ResealJobHandler({ ...sealing, audit })),
    ],
    services: { ...identity.services, uploads, jobs, results, settlements: closing.settlements },
    audit,
    auditWatch,
    dateWatch: closing.dateWatch,
    bodyThread,
    machine,
    quality,
    webhooks: webhooks.outbox,
    auditChains,
    async start() {
      queue.onPublished((published) => finishedJobs.hear(published));
      await Promise.all([
        health.startWatching(),
        machine.start(),
        identity.endedSignIns.start(),
        oldAnswers.start(),
        quality.start(),
        jobs.sweep.start(),
        closing.settlements.sweep.start(),
        webhooks.outbox.sweep.start(),
        auditWatch.start(),
        closing.dateWatch.start(),
        rotation.start(),
      ]);
    },
    stop() {
      rotation.stop();
      closing.dateWatch.stop();
      auditWatch.stop();
      oldAnswers.stop();
      identity.endedSignIns.stop();
      webhooks.outbox.sweep.stop();
      closing.settlements.sweep.stop();
      jobs.sweep.stop();
      quality.stop();
      machine.stop();
      health.stopWatching();
    },
    async close() {
      await Promise.all([bodyThread.close(), fileThread.close()]);
    },
  };
}
