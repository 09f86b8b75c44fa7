// A database in between two versions, for tests of what a migration does with the rows that are there.
import pg from 'pg';
import { DataSource } from 'typeorm';

/** One statement, or several, on a connection of its own. */
export async function queryAt<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Runs those of `migrations` that the database has not seen, each in its own transaction. */
export async function runMigrations(address: string, migrations: (new () => object)[]): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: address,
    migrations,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  await dataSource.runMigrations().finally(() => dataSource.destroy());
}
