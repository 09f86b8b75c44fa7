import { JobEntity } from './jobs/job.entity.ts';

export {
  AnnouncedExceptionsRepository,
  CATCH_UP_DAYS,
} from './announcements/announced-exceptions.repository.ts';
export { Announcements, type OpenedOverdue } from './announcements/announcements.ts';
export { ReopenedRowsRepository } from './announcements/reopened-rows.repository.ts';
export { EarlierDecisionsRepository } from './carry-over/earlier-decisions.repository.ts';
export { DecidedResultsRepository } from './decisions/decided-results.repository.ts';
export { Deciding } from './decisions/deciding.ts';
export { DecisionsRepository } from './decisions/decisions.repository.ts';
export { DecisionsService } from './decisions/decisions.service.ts';
export { ManyDecisionsService } from './decisions/many-decisions.service.ts';
export { RestWriteOffsRepository } from './decisions/rest-write-offs.repository.ts';
export { ReversalWordsService } from './decisions/reversal-words.service.ts';
export { RowsToDecide } from './decisions/rows-to-decide.ts';
export { Undoing } from './decisions/undoing.ts';
export { WriteOffsRepository } from './decisions/write-offs.repository.ts';
export { WriteOffsService } from './decisions/write-offs.service.ts';
export type { BooksOfJob, ClosedMonths } from './jobs/closed-months.ts';
export { FinishedJobs } from './jobs/finished-jobs.ts';
export { JobsRepository } from './jobs/jobs.repository.ts';
export { JobsController } from './jobs.controller.ts';
export { CorrectedSales } from './later-files/corrected-sales.ts';
export { GivenBackRepository } from './later-files/given-back.repository.ts';
export { GivenBack } from './later-files/given-back.ts';
export { MovedRowsRepository } from './later-files/moved-rows.repository.ts';
export { MovedRows } from './later-files/moved-rows.ts';
export { ReversalsRepository } from './later-files/reversals.repository.ts';
export { Reversals } from './later-files/reversals.ts';
export { SaleRefundsRepository } from './later-files/sale-refunds.repository.ts';
export { SaleRefunds } from './later-files/sale-refunds.ts';
export { ManyDecisionsController } from './many-decisions.controller.ts';
export { ResultTotalsRepository } from './reading/result-totals.repository.ts';
export { ResultsService } from './reading/results.service.ts';
export { SaleShares } from './reading/sale-shares.ts';
export { transactionOutline, withoutPatients } from './reading/without-patients.ts';
export { RemarksRepository } from './remarks/remarks.repository.ts';
export { RemarksService } from './remarks/remarks.service.ts';
export { RemarksController } from './remarks.controller.ts';
export { isProposed, type ResultInFull } from './results/result-in-full.ts';
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
} from './results/result-state.ts';
export { ResultsRepository } from './results/results.repository.ts';
export {
  CLAIMS,
  COUNTS_AS_WRITTEN_OFF,
  givenUpWithRewards,
  HAS_SEVERAL_SALES,
  IS_SHOWN,
  OUTCOME,
  WRITTEN_OFF_CENTS,
} from './results/results-sql.ts';
export { ResultsController } from './results.controller.ts';
export { ReversalWordsController } from './reversal-words.controller.ts';
export { JobsService } from './running/jobs.service.ts';
export { ReconcileJobHandler } from './running/reconcile-job.handler.ts';
export { enqueueReconciliation, type ReconcileJobData } from './running/reconcile-job.ts';
export { readTransaction, zonesFor } from './running/request-books.ts';
export { ClaimsRepository } from './sales/claims.repository.ts';
export { LATER_RUNS, versionsOf } from './sales/claims-sql.ts';
export { ReleasedSalesRepository } from './sales/released-sales.repository.ts';
export { ReleasedSales } from './sales/released-sales.ts';
export { RunsThatCount } from './sales/runs-that-count.ts';
export { WriteOffsController } from './write-offs.controller.ts';

export const RECONCILIATION_ENTITIES = [JobEntity];
