import { JobEntity } from './job.entity.ts';

export { AnnouncedExceptionsRepository, CATCH_UP_DAYS } from './announced-exceptions.repository.ts';
export { Announcements, type OpenedOverdue } from './announcements.ts';
export { EarlierDecisionsRepository } from './carry-over/earlier-decisions.repository.ts';
export { ClaimsRepository } from './claims.repository.ts';
export { LATER_RUNS } from './claims-sql.ts';
export type { BooksOfJob, ClosedMonths } from './closed-months.ts';
export { CorrectedSales } from './corrected-sales.ts';
export { DecidedResultsRepository } from './decided-results.repository.ts';
export { Deciding } from './deciding.ts';
export { DecisionsRepository } from './decisions.repository.ts';
export { DecisionsService } from './decisions.service.ts';
export { FinishedJobs } from './finished-jobs.ts';
export { GivenBackRepository } from './given-back.repository.ts';
export { GivenBack } from './given-back.ts';
export { JobsController } from './jobs.controller.ts';
export { JobsRepository } from './jobs.repository.ts';
export { JobsService } from './jobs.service.ts';
export { ManyDecisionsController } from './many-decisions.controller.ts';
export { ManyDecisionsService } from './many-decisions.service.ts';
export { MovedRowsRepository } from './moved-rows.repository.ts';
export { MovedRows } from './moved-rows.ts';
export { ReconcileJobHandler } from './reconcile-job.handler.ts';
export { enqueueReconciliation, type ReconcileJobData } from './reconcile-job.ts';
export { ReleasedSalesRepository } from './released-sales.repository.ts';
export { ReleasedSales } from './released-sales.ts';
export { RemarksController } from './remarks.controller.ts';
export { RemarksRepository } from './remarks.repository.ts';
export { RemarksService } from './remarks.service.ts';
export { ReopenedRowsRepository } from './reopened-rows.repository.ts';
export { readTransaction, zonesFor } from './request-books.ts';
export { RestWriteOffsRepository } from './rest-write-offs.repository.ts';
export { isProposed, type ResultInFull } from './result-in-full.ts';
export {
  AWAITS_APPROVAL,
  IS_PROPOSED,
  IS_TAKEN_BACK,
  IS_WRITTEN_OFF,
  PROPOSED_CENTS,
  PROPOSED_REST_CENTS,
  placeJoin,
  REST_CENTS,
  REWARD_CENTS,
  ruleJoin,
  STANDING_DECISION,
  STANDING_REST,
  STATE_COLUMNS,
  type StateTerms,
  stateJoin,
  termsAsJson,
} from './result-state.ts';
export { ResultTotalsRepository } from './result-totals.repository.ts';
export { ResultsController } from './results.controller.ts';
export { ResultsRepository } from './results.repository.ts';
export { ResultsService } from './results.service.ts';
export {
  CLAIMS,
  COUNTS_AS_WRITTEN_OFF,
  givenUpWithRewards,
  HAS_SEVERAL_SALES,
  IS_SHOWN,
  OUTCOME,
  WRITTEN_OFF_CENTS,
} from './results-sql.ts';
export { ReversalWordsController } from './reversal-words.controller.ts';
export { ReversalWordsService } from './reversal-words.service.ts';
export { ReversalsRepository } from './reversals.repository.ts';
export { Reversals } from './reversals.ts';
export { RowsToDecide } from './rows-to-decide.ts';
export { RunsThatCount } from './runs-that-count.ts';
export { SaleRefundsRepository } from './sale-refunds.repository.ts';
export { SaleRefunds } from './sale-refunds.ts';
export { SaleShares } from './sale-shares.ts';
export { Undoing } from './undoing.ts';
export { transactionOutline, withoutPatients } from './without-patients.ts';
export { WriteOffsController } from './write-offs.controller.ts';
export { WriteOffsRepository } from './write-offs.repository.ts';
export { WriteOffsService } from './write-offs.service.ts';

export const RECONCILIATION_ENTITIES = [JobEntity];
