// A database in between two versions, for tests of what a migration does with the rows that are there.
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../platform/database/migrations/index.ts';
import { createTestDatabase } from './test-database.ts';

export type Migration = (typeof MIGRATIONS)[number];

/** What `migration` finds. `migrate` runs it and those that came later. */
export async function databaseBefore(migration: Migration) {
  const { url, drop } = await createTestDatabase({ isEmpty: true });
  await runMigrations(url, MIGRATIONS.slice(0, MIGRATIONS.indexOf(migration)));
  return { url, migrate: () => runMigrations(url, MIGRATIONS), drop };
}

/** Runs those of `migrations` that the database has not seen, each in its own transaction. */
export async function runMigrations(address: string, migrations: Migration[]): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: address,
    migrations,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  await dataSource.runMigrations().finally(() => dataSource.destroy());
}
