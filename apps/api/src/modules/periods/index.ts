export { ClosedPeriods } from './closed-periods.ts';
export { PeriodBooksRepository } from './period-books.repository.ts';
export { PeriodsController } from './periods.controller.ts';
export { PeriodsRepository } from './periods.repository.ts';
export { PeriodsService } from './periods.service.ts';
export { RowsOfClosedMonthsRepository } from './rows-of-closed-months.repository.ts';
