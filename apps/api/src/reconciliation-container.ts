// The part of the composition root that reconciles: jobs, their results, and what people decide about them.
import {
  type AliasBooks,
  AliasesController,
  type AliasesRepository,
  AliasesService,
} from './modules/aliases/index.ts';
import type { AuditTrail } from './modules/audit/index.ts';
import { ExportsController, ExportsService } from './modules/exports/index.ts';
import type { FeaturesService } from './modules/features/index.ts';
import type { OrganizationModels } from './modules/models/index.ts';
import { localZones, OrganizationsRepository } from './modules/organizations/index.ts';
import type { ClosedPeriods } from './modules/periods/index.ts';
import {
  AnnouncedExceptionsRepository,
  Announcements,
  ClaimsRepository,
  CorrectedSales,
  Deciding,
  DecisionsRepository,
  DecisionsService,
  EarlierDecisionsRepository,
  enqueueReconciliation,
  GivenBack,
  GivenBackRepository,
  JobsController,
  type JobsRepository,
  JobsService,
  ManyDecisionsController,
  ManyDecisionsService,
  MovedRows,
  MovedRowsRepository,
  type ReconcileJobData,
  ReconcileJobHandler,
  ReleasedSales,
  ReleasedSalesRepository,
  RemarksController,
  RemarksRepository,
  RemarksService,
  ReopenedRowsRepository,
  RestWriteOffsRepository,
  ResultsController,
  ResultsRepository,
  ResultsService,
  ResultTotalsRepository,
  Reversals,
  ReversalsRepository,
  ReversalWordsController,
  ReversalWordsService,
  RowsToDecide,
  RunsThatCount,
  SaleRefunds,
  SaleRefundsRepository,
  SaleShares,
  type StateTerms,
  Undoing,
  WriteOffsController,
  WriteOffsRepository,
  WriteOffsService,
} from './modules/reconciliation/index.ts';
import type { Books } from './modules/uploads/index.ts';
import type { WebhookOutbox } from './modules/webhooks/index.ts';
import type { PatientSeal } from './platform/crypto/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';

export interface ReconciliationNeeds {
  jobRows: JobsRepository;
  books: Books;
  months: ClosedPeriods;
  organizationModels: OrganizationModels;
  features: FeaturesService;
  webhooks: WebhookOutbox;
  audit: AuditTrail;
  seal: PatientSeal;
  aliasRows: AliasesRepository;
  aliasBooks: AliasBooks;
  /** What states are told by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  /** What payments that stand pay for this redemption; asked inside the open transaction. */
  paidCents(redemptionId: string): Promise<number>;
  /** The same of many, as it is now: by those that something was paid of. */
  paidAmong(redemptionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface ReconciliationContainer {
  controllers: readonly [object, () => object][];
  jobHandlers: readonly AnyJobHandler[];
  jobs: JobsService;
  results: ResultsService;
  announcements: Announcements;
  reversals: Reversals;
}

export function createReconciliation(
  { config, database, logger, metrics, queue, tellJobEnd }: Platform,
  needs: ReconciliationNeeds,
): ReconciliationContainer {
  const {
    aliasBooks,
    aliasRows,
    audit,
    books,
    features,
    jobRows,
    months,
    organizationModels,
    seal,
    webhooks,
  } = needs;
  const { withinOrganization } = database;
  const resultRows = new ResultsRepository(seal, needs.terms);
  const organizationRows = new OrganizationsRepository();

  const announcements = new Announcements(webhooks, new AnnouncedExceptionsRepository(needs.terms));
  const claims = new ClaimsRepository();
  const releasedSales = new ReleasedSales({
    released: new ReleasedSalesRepository(),
    rows: resultRows,
    books,
    months,
    seal,
  });
  const reopened = new ReopenedRowsRepository();
  const movedRows = new MovedRows(new MovedRowsRepository(), months);
  const correctedSales = new CorrectedSales({
    claims,
    reopened,
    saleRefunds: new SaleRefunds({ refunds: new SaleRefundsRepository(), books, months }),
    movedRows,
    releasedSales,
    announcements,
    audit,
  });
  const reversalRows = new ReversalsRepository(seal);
  const reversals = new Reversals({
    reversals: reversalRows,
    claims,
    books,
    months,
    movedRows,
    givenBack: new GivenBack({ rows: new GivenBackRepository(), reopened, claims, announcements, audit }),
    releasedSales,
    announcements,
  });
  const jobs = new JobsService({
    withinOrganization,
    jobs: jobRows,
    books,
    seal,
    audit,
    months,
    reversals,
    zones: localZones,
    requireReconciliation: (caller) => features.require(caller, 'ai_reconciliation'),
    enqueue: (job) => enqueueReconciliation(queue, job),
    findUnqueued: () =>
      database.query<ReconcileJobData>(
        'SELECT organization_id AS "organizationId", job_id AS "jobId" FROM find_unqueued_jobs()',
      ),
    onIngested: (count) => metrics.transactionsIngested.inc({ source: 'request' }, count),
    logger,
  });
  const results = new ResultsService(
    resultRows,
    new ResultTotalsRepository(),
    jobRows,
    books,
    new SaleShares(claims),
    (redemptionIds) => needs.paidAmong(redemptionIds),
    audit,
    withinOrganization,
  );
  const aliases = new AliasesService(aliasRows, audit, withinOrganization, (organizationId) =>
    aliasBooks.forget(organizationId),
  );
  const decisionRows = new DecisionsRepository(seal);
  const rests = new RestWriteOffsRepository(seal);
  const runs = new RunsThatCount(claims);
  const rowsToDecide = new RowsToDecide({ decisions: decisionRows, months, results, runs });
  const deciding = new Deciding({
    rowsToDecide,
    decisions: decisionRows,
    runs,
    paidCents: needs.paidCents,
    rests,
    releasedSales,
    aliases,
    months,
    movedRows,
    writeOffApprovalCents: () => organizationRows.writeOffApprovalCents(),
    audit,
    onDecided: (decision) => metrics.matches.inc({ decision }),
  });
  const undoing = new Undoing({
    rowsToDecide,
    decisions: decisionRows,
    rests,
    runs,
    releasedSales,
    aliases,
    months,
    movedRows,
    announcements,
    audit,
    onUndone: () => metrics.matches.inc({ decision: 'undone' }),
  });
  const decisions = new DecisionsService({
    deciding,
    undoing,
    decisions: decisionRows,
    rests,
    jobs: jobRows,
    rows: resultRows,
    releasedSales,
    correctedSales,
    movedRows,
    announcements,
    aliases,
    months,
    audit,
    withinOrganization,
  });
  const many = new ManyDecisionsService(deciding, undoing, decisionRows, jobRows, months, withinOrganization);
  const writeOffs = new WriteOffsService({
    writeOffs: new WriteOffsRepository(seal),
    decisions: decisionRows,
    results,
    releasedSales,
    runs,
    paidCents: needs.paidCents,
    rests,
    months,
    movedRows,
    audit,
    withinOrganization,
    onApproved: (decision) => metrics.matches.inc({ decision }),
  });
  const remarks = new RemarksService(new RemarksRepository(seal), results, audit, withinOrganization);
  const reversalWords = new ReversalWordsService({
    reversals: reversalRows,
    voids: reversals,
    decisions: decisionRows,
    results,
    runs,
    months,
    movedRows,
    audit,
    withinOrganization,
  });
  const exportsOfResults = new ExportsService(results, audit, withinOrganization);
  const reconcileJob = new ReconcileJobHandler({
    withinOrganization,
    books,
    jobs: jobRows,
    results: resultRows,
    earlier: new EarlierDecisionsRepository(seal),
    releasedSales,
    claims,
    correctedSales,
    reversals: reversalRows,
    runs,
    months,
    audit,
    announcements,
    tellJobEnd,
    aliases,
    terms: needs.terms,
    modelPlace: (organizationId) => organizationModels.placeFor(organizationId),
    fernetKeys: config.fernetKeys,
    // Several run beside each other in one worker process.
    maxHeapMb: Math.floor(config.jobs.maxHeapMb / config.jobs.concurrency),
    threads: config.jobs.threadsPerJob,
    batchRows: config.jobs.batchSize,
  });
  return {
    controllers: [
      [JobsController, () => new JobsController(jobs, decisions)],
      [ResultsController, () => new ResultsController(results, decisions)],
      [ManyDecisionsController, () => new ManyDecisionsController(many)],
      [AliasesController, () => new AliasesController(aliases)],
      [WriteOffsController, () => new WriteOffsController(writeOffs)],
      [RemarksController, () => new RemarksController(remarks)],
      [ReversalWordsController, () => new ReversalWordsController(reversalWords)],
      [ExportsController, () => new ExportsController(exportsOfResults)],
    ],
    jobHandlers: [handlerFor(reconcileJob)],
    jobs,
    results,
    announcements,
    reversals,
  };
}
