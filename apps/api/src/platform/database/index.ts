export { reaching } from './connection-urls.ts';
export { type Database, openDatabase, type PoolCounts } from './database.ts';
export { startEmbeddedPostgres } from './embedded/index.ts';
export { migrate, QUEUE_SCHEMA } from './migrate.ts';
export {
  afterCommit,
  asOneStep,
  beforeCommit,
  currentEntityManager,
  currentOrganizationId,
  type WithinOrganization,
  whateverBecomes,
  whenTakenBack,
} from './organization-scope.ts';
export { gatherStatistics } from './statistics.ts';
