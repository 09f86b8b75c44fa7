export { reaching } from './connection-urls.ts';
export { type Database, openDatabase, type PoolCounts } from './database.ts';
export { startEmbeddedPostgres } from './embedded/index.ts';
export { migrate, QUEUE_SCHEMA } from './migrate.ts';
export {
  afterCommit,
  beforeCommit,
  currentEntityManager,
  currentOrganizationId,
  type WithinOrganization,
} from './organization-scope.ts';
