// The part of the composition root that closes months and settles reimbursements.
import type { AuditTrail } from './modules/audit/index.ts';
import { LocationsRepository } from './modules/organizations/index.ts';
import {
  type ClosedPeriods,
  PeriodBooksRepository,
  PeriodsController,
  type PeriodsRepository,
  PeriodsService,
} from './modules/periods/index.ts';
import type { Announcements, StateTerms } from './modules/reconciliation/index.ts';
import {
  DateWatch,
  enqueueSettlement,
  findUnqueuedSettlements,
  OverdueRepository,
  PaymentsController,
  type PaymentsRepository,
  PaymentsService,
  RedemptionsRepository,
  RedemptionsService,
  ReimbursementsController,
  runSettling,
  SettleJobHandler,
  SettlementsRepository,
  SettlementsService,
} from './modules/reimbursements/index.ts';
import type { Books } from './modules/uploads/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';

export interface ClosingNeeds {
  periods: PeriodsRepository;
  months: ClosedPeriods;
  payments: PaymentsRepository;
  books: Books;
  audit: AuditTrail;
  announcements: Announcements;
  /** What states are told by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  listOrganizations(): Promise<string[]>;
}

export interface ClosingContainer {
  controllers: readonly [object, () => object][];
  jobHandlers: readonly AnyJobHandler[];
  settlements: SettlementsService;
  dateWatch: DateWatch;
}

export function createClosing(
  { database, logger, queue }: Platform,
  {
    announcements,
    audit,
    books,
    listOrganizations,
    months,
    payments: paymentRows,
    periods,
    terms,
  }: ClosingNeeds,
): ClosingContainer {
  const { withinOrganization } = database;
  const shared = { audit, terms, withinOrganization };
  const closing = new PeriodsService({
    ...shared,
    periods,
    books: new PeriodBooksRepository(),
    locations: new LocationsRepository(),
  });

  const settlementRows = new SettlementsRepository();
  const redemptionRows = new RedemptionsRepository(terms);
  const rows = { payments: paymentRows, redemptions: redemptionRows, books };
  const holdOpenTransactions = (ids: readonly string[]) => months.holdOpenTransactions(ids);
  const settlements = new SettlementsService({
    settlements: settlementRows,
    enqueue: (data) => enqueueSettlement(queue, data),
    findUnqueued: () => findUnqueuedSettlements(database),
    audit,
    withinOrganization,
    logger,
  });
  const overdue = new OverdueRepository(terms);
  const payments = new PaymentsService({ ...shared, ...rows, holdOpenTransactions, overdue, announcements });
  const redemptions = new RedemptionsService({ ...shared, ...rows });
  const settleJob = new SettleJobHandler({
    ...shared,
    ...rows,
    settlements: settlementRows,
    openAmong: (ids) => periods.openAmong(ids),
    holdOpenTransactions,
    run: runSettling,
    announcements,
  });
  return {
    controllers: [
      [PeriodsController, () => new PeriodsController(closing)],
      [PaymentsController, () => new PaymentsController(payments)],
      [ReimbursementsController, () => new ReimbursementsController(settlements, redemptions)],
    ],
    jobHandlers: [handlerFor(settleJob)],
    settlements,
    dateWatch: new DateWatch({
      announcements,
      overdue,
      listOrganizations,
      withinOrganization,
      logger,
    }),
  };
}
