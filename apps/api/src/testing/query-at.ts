// SQL of a test's own, beside the pool of the application that it tests.
import pg from 'pg';

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
