export { APP_ROLE, appUrl } from './connection-urls.ts';
export { type Database, openDatabase } from './database.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/index.ts';
export { migrate, QUEUE_SCHEMA } from './migrate.ts';
export {
  currentEntityManager,
  currentOrganizationId,
  type WithinOrganization,
} from './organization-scope.ts';
